package dev.certpath.web.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApiClient.Response;
import dev.certpath.testsupport.SampleStudent;
import dev.certpath.testsupport.TestApplication;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The calendar of a recommendation. */
class CalendarPlanTest {

    private static final TestApplication SITE = TestApplication.shared();

    private static final LocalDate FIRST = TestApplication.TODAY.plusWeeks(12);
    private static final LocalDate SECOND = TestApplication.TODAY.plusMonths(12);

    @Test
    void servesCalendarAsDownload() {
        var plan = plan("aws");
        assertThat(plan.status()).isEqualTo(200);
        assertThat(plan.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        assertThat(plan.header("Content-Disposition")).isEqualTo("attachment; filename=\"certification-plan.ics\"");
        assertThat(lines(plan))
                .startsWith("BEGIN:VCALENDAR")
                .endsWith("END:VCALENDAR")
                .contains("VERSION:2.0");
    }

    @Test
    void foldsLinesAsInRfc5545() {
        var raw = plan("aws").body();
        assertThat(raw.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(raw.lines()).allMatch(line -> line.getBytes(StandardCharsets.UTF_8).length <= 75);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "google", "azure"})
    void hasThreeAllDayEvents(String track) {
        assertThat(values(plan(track), "DTSTART;VALUE=DATE:"))
                .containsExactly("20261123", compact(FIRST), compact(SECOND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "google", "azure"})
    void namesTheExamThatCanBeBookedOnEachDate(String track) {
        var student = studentStartingWith(track);
        var second = student.recommendation().second().track();
        var summaries = values(plan(student), "SUMMARY:");
        assertThat(summaries).hasSize(3);
        assertThat(summaries.get(0)).startsWith("Start preparing: ").endsWith(exam(track, TestApplication.TODAY));
        assertThat(summaries.get(1)).startsWith("First exam: ").endsWith(exam(track, FIRST));
        assertThat(summaries.get(2)).startsWith("Second exam: ").endsWith(exam(second, SECOND));
    }

    @Test
    void namesTheExamThatFollowsTheBeta() {
        assertThat(values(plan("aws"), "SUMMARY:"))
                .anyMatch(summary -> summary.startsWith("First exam") && summary.endsWith("(MLA-C02)"));
    }

    @Test
    void isTheSameOnLaterRequests() {
        var student = studentStartingWith("google");
        var address = student.getsRecommendation().page().address() + "/plan.ics";
        var today = SITE.api().gets(address);
        SITE.onDay(
                TestApplication.TODAY.plusMonths(7),
                () -> assertThat(SITE.api().gets(address).body()).isEqualTo(today.body()));
        assertThat(values(today, "UID:")).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void hasUniqueUidsInEachCalendar() {
        assertThat(Stream.concat(values(plan("aws"), "UID:").stream(), values(plan("aws"), "UID:").stream()))
                .hasSize(6)
                .doesNotHaveDuplicates();
    }

    @Test
    void hasUrlOfPageAndNoPersons() {
        var student = studentStartingWith("azure").getsRecommendation();
        var address = student.page().address();
        var plan = SITE.api()
                .gets(student.page()
                        .html()
                        .select("a:contains(Add to calendar)")
                        .attr("href"));
        assertThat(values(plan, "URL:")).containsOnly(SITE.address() + address);
        assertThat(lines(plan)).noneMatch(line -> line.startsWith("ATTENDEE") || line.startsWith("ORGANIZER"));
    }

    private static SampleStudent studentStartingWith(String track) {
        return SampleStudent.matching(
                recommendation -> recommendation.first().track().equals(track));
    }

    private static Response plan(String track) {
        return plan(studentStartingWith(track));
    }

    private static Response plan(SampleStudent student) {
        return SITE.api().gets(student.getsRecommendation().page().address() + "/plan.ics");
    }

    private static String exam(String track, LocalDate day) {
        var found = SampleStudent.GUIDE.findTrack(track).orElseThrow();
        return "("
                + SampleStudent.GUIDE
                        .calendar()
                        .availableExam(found, day)
                        .exam()
                        .code() + ")";
    }

    private static String compact(LocalDate day) {
        return Objects.requireNonNull(day).toString().replace("-", "");
    }

    /** The lines, put together again where they are folded. */
    private static List<String> lines(Response plan) {
        return plan.body().replace("\r\n ", "").lines().toList();
    }

    private static List<String> values(Response plan, String property) {
        return lines(plan).stream()
                .filter(line -> line.startsWith(property))
                .map(line -> line.substring(property.length()))
                .toList();
    }
}
