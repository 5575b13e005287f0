package dev.certpath.web.desk.queue;

import dev.certpath.cases.CurrentDate;
import dev.certpath.cases.search.CaseSearch;
import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.FormMessages;
import dev.certpath.web.desk.QueueParameters;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A part of the queue as a file: the very cases and the order on the screen, all pages of them. */
@Controller
class CaseExportController {

    private final CaseSearch lists;
    private final QueueQueryParser reader;
    private final QueueViewFactory page;
    private final FormMessages words;
    private final CurrentDate currentDate;

    CaseExportController(
            CaseSearch lists,
            QueueQueryParser reader,
            QueueViewFactory page,
            FormMessages words,
            CurrentDate currentDate) {
        this.lists = lists;
        this.reader = reader;
        this.page = page;
        this.words = words;
        this.currentDate = currentDate;
    }

    /** Writes line by line while it reads, so that no file is too large; or answers the page that says what is wrong. */
    @GetMapping(DeskUrls.EXPORT)
    @Nullable
    ModelAndView export(
            @RequestParam MultiValueMap<String, String> parameters, Principal advisor, HttpServletResponse response)
            throws IOException {
        var form = QueueParameters.of(parameters).without(QueueParameters.AFTER);
        var problems = reader.problems(form);
        if (!problems.isEmpty()) {
            return page.of(form, problems);
        }
        response.setContentType("text/csv;charset=UTF-8");
        var name = "certpath-cases-" + currentDate.get() + ".csv";
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        var writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        var heads = CaseCsvWriter.COLUMNS.stream()
                .map(column -> words.text("export." + column))
                .toList();
        var sheet = new CaseCsvWriter(writer, heads);
        lists.each(reader.query(form, advisor.getName()), sheet::write);
        writer.flush();
        return null;
    }
}
