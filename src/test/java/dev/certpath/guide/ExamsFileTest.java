package dev.certpath.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A change of a fact is in the text of the exams, which otherwise stays as it is and can be read. */
class ExamsFileTest {

    private static final String SHIPPED = GuideYaml.published().exams();

    @Test
    void replacesAFactAndNothingElse() {
        assertThat(change("MLA-C02", Map.of("opens", "2027-02-11")).text())
                .isEqualTo(SHIPPED.replace("opens: 2027-01-14", "opens: 2027-02-11"));
        assertThat(change("PMLE", Map.of("price-usd", "220")).text())
                .isEqualTo(SHIPPED.replace("price-usd: 200", "price-usd: 220"));
    }

    @Test
    void addsAFactWhereItBelongs() {
        assertThat(change("PMLE", Map.of("closes", "2027-12-31", "closes-language", "English"))
                        .text())
                .isEqualTo(SHIPPED.replace(
                        "    price-usd: 200\n",
                        "    closes: 2027-12-31\n    closes-language: English\n    price-usd: 200\n"));
    }

    @Test
    void removesAFact() {
        assertThat(change("MLA-C02", Map.of("opens", "", "opens-certainty", "")).text())
                .isEqualTo(SHIPPED.replace("    opens: 2027-01-14\n    opens-certainty: expected\n", ""));
    }

    @Test
    void updatesTheDateOfAKnownSourceAndAddsAnother() {
        var page = "https://cloud.google.com/learn/certification/machine-learning-engineer";
        var first = new Exam.Source("Price", "cloud.google.com/learn", page, "2026-11-01");
        var again = new Exam.Source("Price", "cloud.google.com/learn", page, "2026-11-28");
        var changed = ExamsFile.parse(SHIPPED).withSource("PMLE", first).withSource("PMLE", again);
        assertThat(read(changed).findExam("PMLE").orElseThrow().sources())
                .hasSize(4)
                .startsWith(again);
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyExamCanBeChangedAndChangedBack(String exam) {
        var file = ExamsFile.parse(SHIPPED);
        var url = file.facts(exam).get("url");
        var changed = file.with(exam, Map.of("checked", "2026-11-28", "url", "https://example.org/#x: y"));
        assertThat(ExamDifference.between(file, changed))
                .extracting(ExamDifference::exam)
                .containsOnly(exam);
        read(changed);
        var back = changed.with(
                exam, Map.of("checked", file.facts(exam).get("checked").get(0), "url", url.get(0)));
        assertThat(ExamDifference.between(file, back)).isEmpty();
        assertThat(back.text()).isEqualToIgnoringWhitespace(file.text());
    }

    @ParameterizedTest
    @MethodSource("texts")
    void writesAnyText(String text) {
        var changed = change("PMLE", Map.of("closes", "2027-12-31", "closes-language", text));
        assertThat(changed.facts("PMLE")).containsEntry("closes-language", List.of(text));
        assertThat(read(changed).findExam("PMLE").orElseThrow().availability().closesLanguage())
                .isEqualTo(text);
    }

    @Test
    void listsWhatDiffersForPeople() {
        var source = new Exam.Source("Price", "example.org", "https://example.org", "2026-11-28");
        var changed = change("MLA-C02", Map.of("opens", "2027-02-11", "opens-certainty", ""))
                .withSource("MLA-C02", source);
        assertThat(ExamDifference.between(ExamsFile.parse(SHIPPED), changed))
                .containsExactly(
                        new ExamDifference("MLA-C02", "opens", List.of("2027-01-14"), List.of("2027-02-11")),
                        new ExamDifference(
                                "MLA-C02",
                                "sources",
                                List.of(),
                                List.of("Price; example.org; https://example.org; 2026-11-28")),
                        new ExamDifference("MLA-C02", "opens-certainty", List.of("expected"), List.of()));
    }

    static TreeSet<String> codes() {
        return new TreeSet<>(ExamsFile.parse(SHIPPED).codes());
    }

    static List<String> texts() {
        return List.of(
                "yes",
                "null",
                "42",
                "2027-01-01",
                "- a",
                "a: b",
                "# no",
                "\"q\"",
                "it's",
                "日本語 𝒳",
                "a\nb",
                "*x",
                "{",
                "@");
    }

    private static ExamsFile change(String exam, Map<String, String> facts) {
        return ExamsFile.parse(SHIPPED).with(exam, facts);
    }

    private static Guide read(ExamsFile exams) {
        var edition =
                new GuideFile("edition.yaml", GuideYaml.published().edition().getBytes(StandardCharsets.UTF_8));
        var file = new GuideFile("exams.yaml", exams.text().getBytes(StandardCharsets.UTF_8));
        return GuideReader.readStored(edition, file, LocalDate.of(2026, 11, 28));
    }
}
