package dev.certpath.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.guide.ExamCalendar.AvailableExam;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Tests the exam available on each day. */
class ExamCalendarTest {

    static final List<String> TRACKS = List.of("aws", "google", "azure");

    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-01-01");

    private final Guide guide = GuideYaml.published().read();
    private final ExamCalendar calendar = guide.calendar();

    @ParameterizedTest(name = "{0} on {1} is {2}")
    @CsvSource(nullValues = "-", textBlock = """
                    aws,    2026-01-01, MLS-C01, -,       MLA-C01, 2024-10-08
                    aws,    2026-03-31, MLS-C01, -,       MLA-C01, 2024-10-08
                    aws,    2026-04-01, MLA-C01, MLS-C01, ME1-C02, 2026-09-29
                    aws,    2026-09-28, MLA-C01, MLS-C01, ME1-C02, 2026-09-29
                    aws,    2026-09-29, ME1-C02, MLS-C01, MLA-C02, 2027-01-14
                    aws,    2026-11-23, ME1-C02, MLS-C01, MLA-C02, 2027-01-14
                    aws,    2027-01-13, ME1-C02, MLS-C01, MLA-C02, 2027-01-14
                    aws,    2027-01-14, MLA-C02, MLS-C01, -,       -
                    google, 2026-01-01, PMLE,    -,       -,       -
                    google, 2026-11-23, PMLE,    -,       -,       -
                    azure,  2026-06-18, AI-102,  -,       AI-103,  2026-06-19
                    azure,  2026-06-30, AI-102,  -,       AI-103,  2026-06-19
                    azure,  2026-07-01, AI-103,  AI-102,  -,       -
                    """)
    void returnsTheExamAvailableOnADay(
            String track,
            LocalDate day,
            String code,
            @Nullable String replaces,
            @Nullable String next,
            @Nullable LocalDate nextOpens) {
        var available = availableExam(track, day);
        assertThat(available.exam().code()).isEqualTo(code);
        assertThat(available.replaced().map(Exam::code)).isEqualTo(Optional.ofNullable(replaces));
        assertThat(available.next().map(Exam::code)).isEqualTo(Optional.ofNullable(next));
        assertThat(available.next().map(exam -> exam.availability().opens())).isEqualTo(Optional.ofNullable(nextOpens));
    }

    @ParameterizedTest
    @FieldSource("TRACKS")
    void hasAnAvailableExamOnEveryDayForSixYears(String track) {
        sixYears().forEach(day -> {
            var exam = availableExam(track, day).exam();
            assertThat(exam.isAvailableOn(day))
                    .as("%s is available on %s", exam.code(), day)
                    .isTrue();
            assertThat(exam.code())
                    .as("%s on %s", track, day)
                    .isEqualTo(ReferenceExamCalendar.on(track, day).code());
        });
    }

    @ParameterizedTest
    @FieldSource("TRACKS")
    void namesTheReplacedAndTheNextExamOnEveryDayForSixYears(String track) {
        sixYears().forEach(day -> {
            var available = availableExam(track, day);
            var expected = ReferenceExamCalendar.on(track, day);
            assertThat(available.replaced().map(Exam::code).orElse(null))
                    .as("replaced by %s on %s", track, day)
                    .isEqualTo(expected.replaces());
            assertThat(available.next().map(Exam::code).orElse(null))
                    .as("next of %s on %s", track, day)
                    .isEqualTo(expected.next());
        });
    }

    @ParameterizedTest
    @FieldSource("TRACKS")
    void knowsTheExamOfADayBeforeTheGuideIsValid(String track) {
        assertThat(availableExam(track, FIRST_DAY.minusDays(1))).isEqualTo(availableExam(track, FIRST_DAY));
    }

    @Test
    void prefersTheExamNamedByTheGuideWhileItIsAvailable() {
        var overlap = LocalDate.parse("2026-06-25");
        assertThat(guide.findExam("AI-103").orElseThrow().isAvailableOn(overlap))
                .isTrue();
        assertThat(availableExam("azure", overlap).exam().code()).isEqualTo("AI-102");
    }

    @Test
    void onADayWithoutAnExamItIsTheOneThatOpensNext() {
        var calendar = GuideYaml.published()
                .inExams("opens: 2026-09-29", "opens: 2026-10-05")
                .readStored()
                .calendar();
        var day = LocalDate.parse("2026-09-29");
        assertThat(calendar.findDayWithoutExam(track("aws"), FIRST_DAY)).contains(day);
        assertThat(calendar.findDayWithoutExam(track("aws"), LocalDate.parse("2026-10-05")))
                .isEmpty();
        assertThat(calendar.findAvailableExam(track("aws"), day)).isEmpty();
        assertThat(calendar.availableExam(track("aws"), day).exam().code()).isEqualTo("ME1-C02");
    }

    @Test
    void onADayAfterAllExamsItIsTheLastOne() {
        var calendar = GuideYaml.published()
                .inExams("    opens: 2026-06-19\n", "    opens: 2026-06-19\n    closes: 2026-12-31\n")
                .readStored()
                .calendar();
        var day = LocalDate.parse("2027-01-01");
        assertThat(calendar.findDayWithoutExam(track("azure"), FIRST_DAY)).contains(day);
        assertThat(calendar.availableExam(track("azure"), day).exam().code()).isEqualTo("AI-103");
    }

    @Test
    void chainStartsWithTheExamNamedByTheGuide() {
        assertThat(calendar.chain(track("aws")))
                .extracting(Exam::code)
                .containsExactly("MLS-C01", "MLA-C01", "ME1-C02", "MLA-C02");
        assertThat(calendar.chain(track("google"))).extracting(Exam::code).containsExactly("PMLE");
        assertThat(calendar.chain(track("azure"))).extracting(Exam::code).containsExactly("AI-102", "AI-103");
    }

    private AvailableExam availableExam(String track, LocalDate day) {
        return calendar.availableExam(track(track), day);
    }

    private Track track(String code) {
        return guide.findTrack(code).orElseThrow();
    }

    private static Stream<LocalDate> sixYears() {
        return FIRST_DAY.datesUntil(FIRST_DAY.plusYears(6));
    }
}
