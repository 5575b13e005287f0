package dev.certpath.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests decoding of guide files. */
class GuideFileTest {

    @Test
    void decodesUtf8() {
        assertThat(text(bytes("label: Z\u00fcrich \ud83c\udf93", StandardCharsets.UTF_8)))
                .containsExactly("label: Z\u00fcrich \ud83c\udf93");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "windows-1252"})
    void rejectsOtherEncodingsWithTheLine(String charset) {
        var content = bytes("reasons:\n  - reason: other\n    label: Z\u00fcrich\n", Charset.forName(charset));
        assertThat(text(content)).containsExactly("reasons.yaml:3: the file is not encoded in UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"c3", "e28482e2", "eda080", "c0af", "f4908080", "80"})
    void rejectsMalformedBytesAtTheEnd(String hex) {
        assertThat(text(HexFormat.of().parseHex("0a" + hex)))
                .containsExactly("reasons.yaml:2: the file is not encoded in UTF-8");
    }

    @Test
    void readersReportTheEncoding() {
        var reasons = bytes("reasons:\n  - { reason: other, label: \u00dcbrig }\n", StandardCharsets.ISO_8859_1);
        assertThatExceptionOfType(InvalidGuideException.class)
                .isThrownBy(() -> DecisionReasons.read(new GuideFile("reasons.yaml", reasons)))
                .withMessage("reasons.yaml:2: the file is not encoded in UTF-8");
    }

    private static List<String> text(byte[] content) {
        var violations = new ArrayList<GuideViolation>();
        return new GuideFile("reasons.yaml", content)
                .text(violations)
                .map(List::of)
                .orElseGet(
                        () -> violations.stream().map(GuideViolation::toString).toList());
    }

    private static byte[] bytes(String text, Charset charset) {
        return text.getBytes(charset);
    }
}
