package dev.certpath.web.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.cases.CaseStatus;
import dev.certpath.cases.search.AttentionReason;
import dev.certpath.cases.search.CaseRow;
import java.io.IOException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseCsvWriterTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"})
    void escapesCellsThatASpreadsheetWouldEvaluate(String cell) {
        assertThat(CaseCsvWriter.escapeFormula(cell)).isEqualTo("'" + cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ann", "a=b", " =1", "7Q4-KX2", "0"})
    void keepsOtherCells(String cell) {
        assertThat(CaseCsvWriter.escapeFormula(cell)).isEqualTo(cell);
    }

    @Test
    void writesEveryColumnAndEndsRecordsWithCrLf() throws IOException {
        var text = new StringBuilder();
        var writer = new CaseCsvWriter(text, CaseCsvWriter.COLUMNS);
        writer.write(row("=cmd, \"Ann\"\nLee"));
        assertThat(text.toString())
                .isEqualTo(
                        String.join(",", CaseCsvWriter.COLUMNS)
                                + "\r\n7Q4-KX2,\"'=cmd, \"\"Ann\"\"\nLee\",2026-11-01T10:00:00Z,,2026-11-02T10:00:00Z,in-review,ada,"
                                + "tie overruled,aws,google,ME1-C02,PMLE,tie,0,aws kubernetes,retail,mlops,none,google,aws\r\n");
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
                List.of("aws", "kubernetes"),
                "retail",
                "mlops",
                "none",
                "ME1-C02",
                "PMLE",
                "google",
                "aws",
                EnumSet.of(AttentionReason.TIE, AttentionReason.OVERRULED));
    }
}
