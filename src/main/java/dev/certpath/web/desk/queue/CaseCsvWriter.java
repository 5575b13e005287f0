package dev.certpath.web.desk.queue;

import dev.certpath.cases.search.CaseRow;
import dev.certpath.text.InvisibleCharacters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/** Writes cases as comma-separated values (RFC 4180). Values are codes, as in URLs and JSON; times are UTC. */
final class CaseCsvWriter {

    /** The columns before the answers; each is the last part of the message key of its header. */
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
            "lead");

    /** The columns after the answers. */
    static final List<String> LAST_COLUMNS = List.of("decided-first", "decided-second", "cohort");

    /**
     * The places where a spreadsheet could find a formula: at the start of the text and, as spreadsheets also split at
     * semicolons or tabs and some ignore quotes, after each character that can end a cell. Spreadsheets drop quotes,
     * spaces and some invisible characters before the formula, and accept its first character in full width.
     */
    private static final Pattern FORMULA_START = Pattern.compile("(?<=^|[,;\\t\\v])(?=[\"\\s\\p{Z}"
            + InvisibleCharacters.REGEX + "]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\\t\\r])");

    private final CSVPrinter printer;
    private final List<String> questions;

    /**
     * Writes the headers.
     *
     * @param out where to write
     * @param headers the headers of all columns
     * @param questions the questions whose answers have a column, by their names in JSON
     */
    CaseCsvWriter(Appendable out, List<String> headers, List<String> questions) throws IOException {
        this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
        this.questions = questions;
        printer.printRecord(headers);
    }

    /** Writes a case as a record. */
    void write(CaseRow row) {
        try {
            printer.printRecord(
                    cells(row).stream().map(CaseCsvWriter::escapeFormula).toList());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private List<String> cells(CaseRow row) {
        var cells = new ArrayList<>(List.of(
                row.reference(),
                row.name(),
                row.openedAt().toString(),
                row.askedAt().map(Instant::toString).orElse(""),
                row.changedAt().toString(),
                row.status().toString(),
                row.assignee().orElse(""),
                row.attentionReasons().stream().map(Object::toString).collect(Collectors.joining(" ")),
                row.firstTrack(),
                row.secondTrack(),
                row.firstExam(),
                row.secondExam(),
                row.firmness(),
                String.valueOf(row.leadPoints())));
        questions.forEach(question -> cells.add(String.join(" ", row.answers().getOrDefault(question, List.of()))));
        cells.addAll(List.of(row.decidedFirst(), row.decidedSecond(), row.cohort()));
        return cells;
    }

    /** Prevents CSV injection: a student's name must not run as a formula in an advisor's spreadsheet. */
    static String escapeFormula(String cell) {
        return FORMULA_START.matcher(cell).replaceAll("'");
    }
}
