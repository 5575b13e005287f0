package dev.certpath.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.guide.GuideYaml;
import dev.certpath.guide.ReferenceExamCalendar;
import dev.certpath.guide.Track;
import dev.certpath.recommend.Plan.Step;
import dev.certpath.recommend.Plan.What;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Plans for all pairs of tracks, all numbers of weeks and all days of five years. */
class PlannerTest {

    private static final LocalDate FROM = LocalDate.parse("2026-11-27");
    private static final LocalDate TO = FROM.plusYears(5);
    private static final List<String> TRACKS =
            AllRecommendations.GUIDE.tracks().stream().map(Track::code).toList();

    private final Planner planner = new Planner(AllRecommendations.GUIDE);

    @Test
    void everyNamedExamIsAvailableOnItsDay() {
        forEachPlan((first, second, start, plan) -> {
            assertIsAvailable(plan, What.BOOK, first);
            assertIsAvailable(plan, What.FIRST, first);
            assertIsAvailable(plan, What.SECOND, second);
        });
    }

    @Test
    void stepsAreInOrder() {
        forEachPlan((first, second, start, plan) -> assertThat(plan.steps())
                .extracting(Step::on)
                .as("%s, then %s from %s in %s weeks", first, second, start, plan.weeks())
                .isSorted()
                .startsWith(start)
                .hasSize(4));
    }

    @Test
    void firstExamIsTakenAfterTheChosenWeeksAndTheSecondAfterTwelveMonths() {
        forEachPlan((first, second, start, plan) -> {
            assertThat(day(plan, What.FIRST)).isEqualTo(start.plusWeeks(plan.weeks()));
            assertThat(day(plan, What.SECOND)).isEqualTo(start.plusMonths(12));
        });
    }

    @Test
    void bookingIsFourWeeksAheadOrOnTheFirstDayOfTheExam() {
        assertThat(day(plan("aws", "2026-11-27", 12), What.BOOK)).isEqualTo("2027-01-22");
        assertThat(day(plan("aws", "2026-11-27", 8), What.BOOK)).isEqualTo("2027-01-14");
        assertThat(day(plan("aws", "2026-11-27", 4), What.BOOK)).isEqualTo("2026-11-27");
    }

    @Test
    void standardExamHasTheBetaBeforeItAsAlternative() {
        var plan = plan("aws", "2026-11-27", 12);
        assertThat(plan.findExam(What.FIRST)).map(BookableExam::code).contains("MLA-C02");
        assertThat(plan.alternative()).map(BookableExam::code).contains("ME1-C02");
    }

    @Test
    void betaHasTheStandardExamAfterItAsAlternative() {
        var plan = plan("aws", "2026-11-27", 4);
        assertThat(plan.findExam(What.FIRST)).map(BookableExam::code).contains("ME1-C02");
        assertThat(plan.alternative()).map(BookableExam::code).contains("MLA-C02");
    }

    @Test
    void thereIsNoAlternativeWithoutABeta() {
        assertThat(plan("aws", "2027-01-14", 4).alternative()).isEmpty();
        assertThat(plan("google", "2026-11-27", 4).alternative()).isEmpty();
    }

    @Test
    void stepsThatDependOnAnExpectedDateSaySo() {
        assertThat(dependsOnExpectedDate(plan("aws", "2026-11-27", 4))).isTrue();
        assertThat(dependsOnExpectedDate(plan("aws", "2026-11-27", 12))).isTrue();
        assertThat(dependsOnExpectedDate(plan("google", "2026-11-27", 12))).isFalse();
    }

    @Test
    void examWithoutSuccessorIsTakenOnItsLastDay() {
        var plan = plannerWithoutSuccessorOfTheBeta().plan("aws", "google", LocalDate.parse("2026-12-01"), 12);
        assertThat(day(plan, What.FIRST)).isEqualTo("2027-01-13");
        assertThat(plan.findExam(What.FIRST)).map(BookableExam::code).contains("ME1-C02");
    }

    @Test
    void examIsNotKnownAfterTheLastDayOfTheLastExam() {
        var plan = plannerWithoutSuccessorOfTheBeta().plan("aws", "google", LocalDate.parse("2027-02-01"), 12);
        assertThat(day(plan, What.FIRST)).isEqualTo("2027-04-26");
        assertThat(plan.findExam(What.FIRST)).isEmpty();
        assertThat(plan.findStep(What.BOOK)).isEmpty();
        assertThat(plan.findExam(What.SECOND)).map(BookableExam::code).contains("PMLE");
    }

    @Test
    void examOfTrackThatTheGuideDoesNotHaveIsNotKnown() {
        var plan = planner.plan("former", "aws", FROM, 12);
        assertThat(plan.findExam(What.FIRST)).isEmpty();
        assertThat(plan.findExam(What.SECOND)).isPresent();
    }

    @Test
    void secondExamIsNotTakenBeforeTheFirst() {
        var guide = GuideYaml.published()
                .inEdition("second-within-months: 12", "second-within-months: 1")
                .read();
        var plan = new Planner(guide).plan("aws", "google", FROM, 26);
        assertThat(day(plan, What.SECOND)).isEqualTo(day(plan, What.FIRST));
    }

    private Plan plan(String first, String start, int weeks) {
        return planner.plan(first, first.equals("google") ? "aws" : "google", LocalDate.parse(start), weeks);
    }

    private void forEachPlan(PlanConsumer consumer) {
        for (var start = FROM; !start.isAfter(TO); start = start.plusDays(1)) {
            for (String first : TRACKS) {
                for (String second : TRACKS) {
                    if (!first.equals(second)) {
                        var day = start;
                        planner.plans(first, second, day).forEach(plan -> consumer.accept(first, second, day, plan));
                    }
                }
            }
        }
    }

    private static void assertIsAvailable(Plan plan, What what, String track) {
        var expected = ReferenceExamCalendar.on(track, day(plan, what));
        assertThat(plan.findExam(what))
                .as("%s in %s", what, plan)
                .map(BookableExam::code)
                .isEqualTo(Optional.of(expected.code()));
    }

    private static boolean dependsOnExpectedDate(Plan plan) {
        return plan.findStep(What.FIRST).orElseThrow().dependsOnExpectedDate();
    }

    private static LocalDate day(Plan plan, What what) {
        return plan.findStep(what).orElseThrow().on();
    }

    /** The exams of AWS end with the beta. The reader refuses such files, so the guide is made of parts of a valid one. */
    private static Planner plannerWithoutSuccessorOfTheBeta() {
        var exams = AllRecommendations.GUIDE.exams().stream()
                .filter(exam -> !exam.code().equals("MLA-C02"))
                .toList();
        return new Planner(GuideYaml.withExams(exams));
    }

    @FunctionalInterface
    private interface PlanConsumer {
        void accept(String first, String second, LocalDate start, Plan plan);
    }
}
