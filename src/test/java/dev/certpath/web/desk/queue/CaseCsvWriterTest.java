package dev.certpath.web.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.cases.CaseStatus;
import dev.certpath.cases.search.AttentionReason;
import dev.certpath.cases.search.CaseRow;
import dev.certpath.testsupport.RandomSeed;
import dev.certpath.web.desk.queue.CaseCsvWriter.Column;
import java.io.IOException;
import java.io.StringReader;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CaseCsvWriterTest {

    /** A cell that spreadsheets evaluate as a formula, after the spaces, quotes and invisible characters that they drop. */
    private static final Pattern FORMULA = Pattern.compile(
            "[\"\\s\\p{Z}\\p{C}\\u034F\\u2800\\u3164\\uFE0F]*[=+\\-@＝＋－＠].*|[\"\\p{Cf}]*[\t\r].*", Pattern.DOTALL);

    private static final List<String> PARTS = List.of(
            "=",
            "+",
            "-",
            "@",
            "＝",
            "＋",
            "－",
            "＠",
            ",",
            ";",
            "\t",
            "\r",
            "\n",
            "\"",
            "'",
            " ",
            "\u00a0",
            "1",
            "Ann",
            "José",
            "\u200b",
            "\ufeff",
            "\u2060",
            "\u00ad",
            "\u202e",
            "\u0000",
            "\u0378",
            "\u034f",
            "\u2800",
            "\u3164",
            "\ufe0f",
            "\udb40\udd00");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1",
                "@SUM(A1)",
                "\r1",
                "＝1",
                "＋1",
                "－1",
                "＠1",
                " =1",
                "\"=1",
                "\u3000=1",
                "\ufeff=1",
                "\u200b@a",
                "\u200b\t1",
                " \u2060\"+1"
            })
    void escapesCellsThatASpreadsheetWouldEvaluate(String cell) {
        assertThat(CaseCsvWriter.escapeFormula(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"Ann;=1 | Ann;'=1", "Ann,\"=1 | Ann,'\"=1"})
    void escapesFormulasAfterOtherSeparators(String cell, String escaped) {
        assertThat(CaseCsvWriter.escapeFormula(cell)).isEqualTo(escaped);
    }

    @Test
    void escapesHeaders() throws IOException {
        var text = new StringBuilder();
        new CaseCsvWriter(text, List.of(new Column("=1+1", CaseRow::name)));
        assertThat(text.toString()).contains("'=1+1");
    }

    @Test
    void noCellIsAFormulaWhateverTheSeparator() throws IOException {
        var random = new Random(RandomSeed.get());
        for (int round = 0; round < 5_000; round++) {
            var name = Stream.generate(() -> PARTS.get(random.nextInt(PARTS.size())))
                    .limit(random.nextInt(12))
                    .collect(Collectors.joining());
            var text = new StringBuilder();
            new CaseCsvWriter(text, List.of(new Column("name", CaseRow::name))).write(row(name));
            assertNoFormula(text.toString());
            assertThat(cells(text.toString(), ',').get(1).replace("'", ""))
                    .as("the name without apostrophes")
                    .isEqualTo(name.replace("'", ""));
        }
    }

    /** Splits like spreadsheets that read quotes, and like those that don't. */
    private static void assertNoFormula(String text) throws IOException {
        for (char separator : new char[] {',', ';', '\t'}) {
            var read = Stream.concat(cells(text, separator).stream(), Stream.of(text.split("[\r\n" + separator + "]")));
            assertThat(read)
                    .as("cells of %s split at '%s'", text, separator)
                    .noneMatch(cell -> FORMULA.matcher(cell).matches());
        }
    }

    private static List<String> cells(String text, char separator) throws IOException {
        var format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
        try (var records = format.parse(new StringReader(text))) {
            return records.stream().flatMap(CSVRecord::stream).toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ann", "a=b", "José, Lee-Ann", "7Q4-KX2", "0", "Ann\nLee"})
    void keepsOtherCells(String cell) {
        assertThat(CaseCsvWriter.escapeFormula(cell)).isEqualTo(cell);
    }

    @Test
    void writesByteOrderMarkAndEndsRecordsWithCrLf() throws IOException {
        var text = new StringBuilder();
        var writer =
                new CaseCsvWriter(text, List.of(new Column("one", CaseRow::name), new Column("other", row -> "-1")));
        writer.write(row("=cmd, \"Ann\"\nLee"));
        assertThat(text.toString()).isEqualTo("\ufeffone,other\r\n\"'=cmd, \"\"Ann\"\"\nLee\",'-1\r\n");
    }

    private static CaseRow row(String name) {
        return new CaseRow(
                1,
                "id",
                0,
                "7Q4-KX2",
                name,
                Instant.parse("2026-11-01T10:00:00Z"),
                Optional.empty(),
                Instant.parse("2026-11-02T10:00:00Z"),
                CaseStatus.IN_REVIEW,
                Optional.of("ada"),
                "aws",
                "google",
                "tie",
                0,
                Map.of("where", List.of("aws", "kubernetes"), "what", List.of("retail"), "another", List.of("none")),
                "ME1-C02",
                "PMLE",
                Optional.empty(),
                "spring-fair",
                EnumSet.of(AttentionReason.TIE, AttentionReason.OVERRULED));
    }
}
