package dev.certpath.web.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.guide.Exam;
import dev.certpath.guide.Track;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.SampleStudent;
import dev.certpath.testsupport.TestApplication;
import java.time.LocalDate;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table that compares the exams of all tracks. */
class ExamComparisonPageTest {

    private static final TestApplication SITE = TestApplication.shared();

    private final HttpBrowser student = SITE.student();

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-23", "2027-01-14", "2030-01-01"})
    void showsTheExamsThatCanBeBookedOnTheDay(String date) {
        var day = LocalDate.parse(date);
        SITE.onDay(day, () -> {
            student.opens("/guide/compare").gets(200).seesHeading("The exams side by side");
            var rows = student.html().select("table.compare tbody tr");
            assertThat(rows).hasSameSizeAs(SampleStudent.GUIDE.tracks());
            for (Track track : SampleStudent.GUIDE.tracks()) {
                assertShows(exam(track, day), rows.get(track.position()));
            }
        });
    }

    private static Exam exam(Track track, LocalDate day) {
        return SampleStudent.GUIDE.calendar().availableExam(track, day).exam();
    }

    private static void assertShows(Exam exam, Element row) {
        assertThat(cell(row, "Exam")).contains(exam.certification().name(), exam.code());
        assertThat(cell(row, "Price")).startsWith(exam.price().usd() + " USD");
        assertThat(cell(row, "Renewal")).contains(exam.renewal());
        assertThat(cell(row, "Languages")).contains(exam.languages());
        var cost = exam.costOver(24);
        assertThat(cell(row, "Cost of two years")).contains(cost.isPresent() ? cost.getAsInt() + " USD" : "not known");
        assertThat(row.select("a").attr("href")).isEqualTo(exam.certification().url());
    }

    private static String cell(Element row, String label) {
        return row.select("td[data-label='" + label + "']").text();
    }

    @Test
    void saysWhatIsExpectedAndNotConfirmed() {
        var cell =
                cell(student.opens("/guide/compare").html().select("tbody tr").first(), "Bookable");
        assertThat(cell)
                .contains("once only")
                .endsWith("150 USD; both days are expected, not confirmed on the official page")
                .containsOnlyOnce("expected");
    }

    @Test
    void namesTheColumnsAsPhonesDo() {
        student.opens("/guide/compare");
        var headers = student.texts("thead th");
        student.html()
                .select("tbody tr")
                .forEach(row -> assertThat(row.select("td").eachAttr("data-label"))
                        .isEqualTo(headers.subList(1, headers.size())));
    }

    @Test
    void isLinkedFromEveryResultAndSaysNothingOfIt() {
        var result = SampleStudent.matching(recommendation -> true).getsRecommendation();
        var id = result.page().address();
        result.follows("Compare the exams of all tracks").isOn("/guide/compare");
        assertThat(result.page().response().body()).doesNotContain(id);
    }
}
