package dev.certpath.web.desk.guide;

import dev.certpath.guide.Guide;
import dev.certpath.guide.Question;
import dev.certpath.recommend.Outcome;
import dev.certpath.recommend.OutcomeTable;
import dev.certpath.web.desk.GuideUrls;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Writes every combination of answers that gets other tracks by another edition, as comma-separated values. */
@Controller
class ChangedCombinationsController {

    private static final List<String> OUTCOME_COLUMNS =
            List.of("firstBefore", "secondBefore", "firstAfter", "secondAfter");

    private final GuideVersions versions;

    ChangedCombinationsController(GuideVersions versions) {
        this.versions = versions;
    }

    @GetMapping(GuideUrls.CHANGES_FILE)
    void changes(@RequestParam String before, @RequestParam String after, HttpServletResponse response)
            throws IOException {
        var earlier = new OutcomeTable(find(before));
        var later = new OutcomeTable(find(after));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("certpath-changes-" + before + "-" + after + ".csv")
                        .build()
                        .toString());
        var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        write(earlier, later, new CSVPrinter(out, CSVFormat.RFC4180));
        out.flush();
    }

    private static void write(OutcomeTable earlier, OutcomeTable later, CSVPrinter printer) throws IOException {
        var parameters =
                earlier.guide().questions().stream().map(Question::parameter).toList();
        printer.printRecord(
                Stream.concat(parameters.stream(), OUTCOME_COLUMNS.stream()).toList());
        for (int combination : earlier.offered().toArray()) {
            var same = earlier.findOfferedIn(later, combination);
            if (same.isPresent()) {
                writeIfChanged(
                        earlier.answers(combination).codes(),
                        earlier.outcome(combination),
                        later.outcome(same.getAsInt()),
                        printer);
            }
        }
    }

    private static void writeIfChanged(
            Map<String, List<String>> answers, Outcome before, Outcome after, CSVPrinter printer) throws IOException {
        if (!before.hasSameTracksAs(after)) {
            printer.printRecord(cells(answers, before, after));
        }
    }

    private static List<String> cells(Map<String, List<String>> answers, Outcome before, Outcome after) {
        var cells = new ArrayList<String>();
        answers.values().forEach(codes -> cells.add(String.join(" ", codes)));
        cells.addAll(List.of(before.first(), before.second(), after.first(), after.second()));
        return cells;
    }

    private Guide find(String version) {
        return versions.find(version).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
