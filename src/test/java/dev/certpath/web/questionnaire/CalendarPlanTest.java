package dev.certpath.web.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.recommend.Plan;
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
import org.junit.jupiter.params.provider.CsvSource;
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
    @CsvSource({"4, 20261123, 20261221", "8, 20261221, 20270118", "12, 20270118, 20270215", "26, 20270426, 20270524"})
    void hasAnAllDayEventForEachStep(int weeks, String book, String first) {
        assertThat(values(plan(studentStartingWith("google"), weeks), "DTSTART;VALUE=DATE:"))
                .containsExactly("20261123", book, first, compact(SECOND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"aws", "google", "azure"})
    void namesTheExamThatCanBeBookedOnEachDate(String track) {
        var student = studentStartingWith(track);
        var second = student.recommendation().second().track();
        assertThat(values(plan(student), "SUMMARY:"))
                .satisfiesExactly(
                        prepare -> assertThat(prepare)
                                .startsWith("Start preparing: ")
                                .endsWith(exam(track, FIRST)),
                        book -> assertThat(book).startsWith("Book by today: ").endsWith(exam(track, FIRST)),
                        first -> assertThat(first).startsWith("First exam: ").endsWith(exam(track, FIRST)),
                        last -> assertThat(last)
                                .startsWith("Second exam\\, by today: ")
                                .endsWith(exam(second, SECOND)));
    }

    @Test
    void saysWhatDependsOnAnExpectedDateAndWhatCanBeTakenOnce() {
        assertThat(values(plan("aws"), "DESCRIPTION:"))
                .anyMatch(description -> description.contains("MLA-C02\\, 150 USD")
                        && description.contains("This depends on a date that is expected"));
        assertThat(values(plan(studentStartingWith("aws"), 4), "DESCRIPTION:"))
                .anyMatch(description -> description.contains("ME1-C02\\, 75 USD")
                        && description.contains("It can be taken once only."));
    }

    @Test
    void isByteForByteTheSameOnLaterRequests() {
        var address = studentStartingWith("google").getsRecommendation().page().address() + "/plan.ics";
        var today = SITE.api().gets(address);
        SITE.onDay(
                TestApplication.TODAY.plusMonths(7),
                () -> assertThat(SITE.api().gets(address).body()).isEqualTo(today.body()));
        assertThat(values(today, "UID:")).hasSize(4).doesNotHaveDuplicates();
        assertThat(values(today, "SEQUENCE:")).containsOnly("0");
    }

    @Test
    void eventsWhoseContentChangedHaveAHigherSequenceAndALaterModification() {
        var student = SampleStudent.matching(
                recommendation -> recommendation.first().track().equals("google")
                        && recommendation.second().track().equals("aws"));
        var address = student.getsRecommendation().page().address();
        var before = SITE.api().gets(address + "/plan.ics");
        SITE.onDay(TestApplication.TODAY.plusDays(3), () -> {
            decides(address, "Google", "Azure");
            var after = SITE.api().gets(address + "/plan.ics");
            assertThat(values(after, "UID:")).isEqualTo(values(before, "UID:"));
            assertThat(values(after, "SEQUENCE:")).containsExactly("0", "0", "0", "1");
            assertThat(values(after, "LAST-MODIFIED:").subList(0, 3))
                    .isEqualTo(values(before, "LAST-MODIFIED:").subList(0, 3));
            assertThat(values(after, "LAST-MODIFIED:").get(3))
                    .isGreaterThan(values(before, "LAST-MODIFIED:").get(3));
            assertThat(SITE.api().gets(address + "/plan.ics").body()).isEqualTo(after.body());
        });
    }

    @Test
    void eachNumberOfWeeksHasItsOwnEvents() {
        var student = studentStartingWith("azure");
        var address = student.getsRecommendation().page().address() + "/plan.ics";
        var uids = Plan.WEEKS.stream()
                .flatMap(weeks -> values(SITE.api().gets(address + "?weeks=" + weeks), "UID:").stream())
                .toList();
        assertThat(uids).hasSize(16).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "12.0", "5", "-4", "twelve", "", "4&weeks=8"})
    void refusesOtherNumbersOfWeeks(String weeks) {
        var address = studentStartingWith("azure").getsRecommendation().page().address();
        assertThat(SITE.api().gets(address + "/plan.ics?weeks=" + weeks).status())
                .isEqualTo(400);
    }

    @Test
    void hasUniqueUidsInEachCalendar() {
        assertThat(Stream.concat(values(plan("aws"), "UID:").stream(), values(plan("aws"), "UID:").stream()))
                .hasSize(8)
                .doesNotHaveDuplicates();
    }

    @Test
    void hasUrlOfPageAndNoPersons() {
        var student = studentStartingWith("azure").getsRecommendation();
        var address = student.page().address();
        var plan = SITE.api()
                .gets(student.page()
                        .html()
                        .select("form:contains(Add to calendar)")
                        .attr("action"));
        assertThat(values(plan, "URL:")).containsOnly(SITE.address() + address);
        assertThat(lines(plan)).noneMatch(line -> line.startsWith("ATTENDEE") || line.startsWith("ORGANIZER"));
    }

    @Test
    void sharedCalendarIsTheSameButForTheAddress() {
        var page = studentStartingWith("aws").getsRecommendation().page();
        var owners = SITE.api().gets(page.address() + "/plan.ics");
        var shareUrl = page.html().select("#share-address").attr("value");
        var shared = SITE.api().gets(shareUrl + "/plan.ics");
        assertThat(values(shared, "URL:")).containsOnly(shareUrl);
        assertThat(lines(shared)).noneMatch(line -> line.contains(page.address()));
        assertThat(shared.body().replace("\r\n ", "").replace(shareUrl, SITE.address() + page.address()))
                .isEqualTo(owners.body().replace("\r\n ", ""));
        assertThat(SITE.api()
                        .gets("/shared/00000000000000000000000000/plan.ics")
                        .status())
                .isEqualTo(404);
    }

    private static void decides(String address, String first, String second) {
        SITE.advisor()
                .opens(address.replace("/recommendations/", "/advisor/cases/"))
                .chooses("Another first and second")
                .selects("First", first)
                .selects("Second", second)
                .selects("Reason", "Cost or time")
                .types("Your words to the student", "Take this one next.")
                .presses("Save")
                .sees("Your decision is saved");
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

    private static Response plan(SampleStudent student, int weeks) {
        return SITE.api().gets(student.getsRecommendation().page().address() + "/plan.ics?weeks=" + weeks);
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
