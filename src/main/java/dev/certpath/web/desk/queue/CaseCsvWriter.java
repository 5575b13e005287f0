package dev.certpath.web.desk.queue;

import dev.certpath.cases.search.CaseRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Cases as comma-separated values (RFC 4180), one line each: the same data as on the pages, under their public codes. */
final class CaseCsvWriter {

    /** The names of the columns in {@code messages.properties}. */
    static final List<String> COLUMNS = List.of(
            "reference",
            "name",
            "opened",
            "asked",
            "changed",
            "status",
            "who",
            "why",
            "first",
            "second",
            "first-exam",
            "second-exam",
            "firmness",
            "lead",
            "employer",
            "industry",
            "role",
            "background",
            "decided-first",
            "decided-second");

    /** What a spreadsheet would take for the start of a formula. */
    private static final String STARTS_A_FORMULA = "=+-@\t\r";

    private final CSVPrinter printer;

    CaseCsvWriter(Appendable to, List<String> heads) throws IOException {
        printer = new CSVPrinter(to, CSVFormat.RFC4180);
        printer.printRecord(heads);
    }

    /** Writes a case. */
    void write(CaseRow row) {
        try {
            printer.printRecord(cells(row).stream().map(CaseCsvWriter::defused).toList());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static List<String> cells(CaseRow row) {
        return List.of(
                row.reference(),
                row.name(),
                row.openedAt().toString(),
                row.askedAt().map(Instant::toString).orElse(""),
                row.changedAt().toString(),
                row.status().toString(),
                row.assignee().orElse(""),
                row.why().stream().map(Object::toString).collect(Collectors.joining(" ")),
                row.first(),
                row.second(),
                row.firstExam(),
                row.secondExam(),
                row.firmness(),
                String.valueOf(row.lead()),
                String.join(" ", row.employer()),
                row.industry(),
                row.role(),
                row.background(),
                row.reviewedFirst(),
                row.reviewedSecond());
    }

    /** A cell that no spreadsheet takes for a formula: students type names, and advisors open them. */
    static String defused(String cell) {
        return !cell.isEmpty() && STARTS_A_FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
