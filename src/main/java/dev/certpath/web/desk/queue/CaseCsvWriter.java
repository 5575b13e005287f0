package dev.certpath.web.desk.queue;

import dev.certpath.cases.search.CaseRow;
import dev.certpath.text.InvisibleCharacters;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes cases as comma-separated values (RFC 4180), for spreadsheets and programs. It starts with a byte order mark, without
 * which Excel does not read UTF-8.
 */
final class CaseCsvWriter {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /**
     * The places where a spreadsheet could find a formula: at the start of the text and, as spreadsheets also split at
     * semicolons or tabs and some ignore quotes, after each character that can end a cell. Spreadsheets drop quotes,
     * spaces and some invisible characters before the formula, and accept its first character in full width.
     */
    private static final Pattern FORMULA_START = Pattern.compile("(?<=^|[,;\\t\\v])(?=[\"\\s\\p{Z}"
            + InvisibleCharacters.REGEX + "]*[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\\t\\r])");

    private final CSVPrinter printer;
    private final List<Column> columns;

    /**
     * A column.
     *
     * @param header its header
     * @param cell the text in it of a case
     */
    public record Column(String header, Function<CaseRow, String> cell) {}

    /**
     * Writes the headers.
     *
     * @param out where to write
     * @param columns all columns
     */
    CaseCsvWriter(Appendable out, List<Column> columns) throws IOException {
        out.append(BYTE_ORDER_MARK);
        this.printer = new CSVPrinter(out, CSVFormat.RFC4180);
        this.columns = columns;
        printer.printRecord(columns.stream()
                .map(Column::header)
                .map(CaseCsvWriter::escapeFormula)
                .toList());
    }

    /** Writes a case as a record. */
    void write(CaseRow row) {
        try {
            printer.printRecord(columns.stream()
                    .map(column -> escapeFormula(column.cell().apply(row)))
                    .toList());
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    /** Prevents CSV injection: a student's name must not run as a formula in an advisor's spreadsheet. */
    static String escapeFormula(String cell) {
        return FORMULA_START.matcher(cell).replaceAll("'");
    }
}
