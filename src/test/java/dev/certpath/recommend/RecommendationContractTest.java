package dev.certpath.recommend;

import static dev.certpath.recommend.AllRecommendations.forEach;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.certpath.recommend.Recommendation.Firmness;
import dev.certpath.recommend.Recommendation.Reason;
import dev.certpath.recommend.ReferenceRecommender.ExpectedChange;
import dev.certpath.recommend.ReferenceRecommender.ExpectedSecond;
import dev.certpath.recommend.ReferenceRecommender.ExpectedWhatIf;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compares recommendations with the reference implementation, field by field and for all combinations of answers. */
class RecommendationContractTest {

    private static final int COMBINATIONS = (2 + 31) * (13 + 1) * (6 + 1) * 4;

    private static final ReferenceRecommender REFERENCE = new ReferenceRecommender();

    @Test
    void recommendsForEveryCombinationOfAnswers() {
        assertThat(COMBINATIONS).isEqualTo(12_936);
        assertThat(AllRecommendations.combinations()).isEqualTo(COMBINATIONS);
        assertThat(new AnswerSpace(AllRecommendations.GUIDE).size()).isEqualTo(COMBINATIONS);
    }

    @Test
    void returnsTheAnswersAsGiven() {
        forEach((student, recommendation) -> student.parameters()
                .forEach((question, codes) -> assertThat(
                                recommendation.answer(question).codes())
                        .as("%s of %s", question, student)
                        .isEqualTo(codes)));
    }

    @Test
    void totalsAreTheSumsOfTheirReasons() {
        forEach((student, recommendation) -> recommendation
                .ranking()
                .forEach(ranked -> assertThat(ranked.points())
                        .as("points of %s for %s", ranked.track(), student)
                        .isEqualTo(REFERENCE.totals(student).get(ranked.track()))
                        .isEqualTo(ranked.reasons().stream()
                                .mapToInt(Reason::points)
                                .sum())));
    }

    @Test
    void reasonsAreExactlyTheRulesThatApply() {
        forEach((student, recommendation) -> recommendation
                .ranking()
                .forEach(ranked -> assertThat(ranked.reasons())
                        .as("reasons for %s of %s", ranked.track(), student)
                        .extracting(Reason::rule, Reason::points, RecommendationContractTest::question)
                        .containsExactlyElementsOf(REFERENCE.reasons(student, ranked.track()).stream()
                                .map(rule -> tuple(rule.code(), rule.points(), rule.question()))
                                .toList())));
    }

    @Test
    void ranksTracksByPointsThenByTieBreak() {
        forEach((student, recommendation) -> {
            assertThat(AllRecommendations.ranking(recommendation))
                    .as("ranking of %s", student)
                    .isEqualTo(REFERENCE.ranking(student));
            assertThat(recommendation.first().track())
                    .isEqualTo(AllRecommendations.ranking(recommendation).get(0));
        });
    }

    @Test
    void secondFollowsTheUsualOrderUnlessTheAnswersOverrideIt() {
        forEach((student, recommendation) -> assertThat(new ExpectedSecond(
                        recommendation.second().track(),
                        recommendation.second().why().toString()))
                .as("second of %s", student)
                .isEqualTo(REFERENCE.second(student)));
    }

    @Test
    void leadAndLevelCompareTheFirstTwoTracks() {
        forEach((student, recommendation) -> {
            assertThat(recommendation.firmness().lead())
                    .as("lead of %s", student)
                    .isEqualTo(REFERENCE.lead(student));
            assertThat(recommendation.firmness().level())
                    .as("level of %s", student)
                    .hasToString(REFERENCE.level(student));
        });
    }

    @Test
    void tieNamesTheDecidingQuestion() {
        forEach((student, recommendation) -> assertThat(
                        recommendation.firmness().brokenBy())
                .as("tie of %s", student)
                .isEqualTo(REFERENCE.brokenBy(student)));
    }

    @Test
    void firmnessCountsSingleChangesThatKeepTheFirstTrack() {
        forEach((student, recommendation) -> {
            assertThat(recommendation.firmness().holds())
                    .as("holds of %s", student)
                    .isEqualTo((int) REFERENCE.holds(student));
            assertThat(recommendation.firmness().of()).as("of, of %s", student).isEqualTo((int) REFERENCE.of(student));
            assertThat(recommendation.firmness().hangsOn())
                    .as("hangs on, of %s", student)
                    .isEqualTo(REFERENCE.hangsOn(student));
        });
    }

    @Test
    void firstTrackHoldsExactlyWhenNoSingleChangeReplacesIt() {
        forEach((student, recommendation) -> {
            boolean hasSingleChange = recommendation.whatIf().stream()
                    .anyMatch(whatIf -> whatIf.changes().size() == 1);
            assertThat(holdsForEveryChange(recommendation.firmness()))
                    .as("%s", student)
                    .isEqualTo(!hasSingleChange);
            assertThat(recommendation.firmness().hangsOn().isEmpty())
                    .as("%s", student)
                    .isEqualTo(!hasSingleChange);
        });
    }

    @Test
    void whatIfIsTheSmallestChange() {
        forEach((student, recommendation) -> assertThat(toExpected(recommendation.whatIf()))
                .as("what if, of %s", student)
                .isEqualTo(REFERENCE.whatIf(student)));
    }

    @Test
    void whatIfPutsItsTrackFirst() {
        forEach((student, recommendation) -> recommendation.whatIf().forEach(whatIf -> {
            var changed = WhatIfAssertions.applyChanges(student, whatIf);
            assertThat(AllRecommendations.firstTrack(changed))
                    .as("%s, changed to %s", student, changed)
                    .isEqualTo(whatIf.track());
            assertThat(whatIf.levelWith())
                    .as("%s draws level in %s", whatIf.track(), changed)
                    .isEqualTo(AllRecommendations.recommendationFor(changed).leaders().stream()
                            .map(Recommendation.TrackName::code)
                            .skip(1)
                            .toList());
        }));
    }

    @Test
    void noSmallerChangePutsThatTrackFirst() {
        forEach((student, recommendation) -> WhatIfAssertions.otherTracks(recommendation)
                .forEach(track -> {
                    int questions = WhatIfAssertions.changedQuestionCount(track, recommendation);
                    for (int fewer = 1; fewer < questions; fewer++) {
                        assertThat(ReferenceRecommender.changes(student, fewer))
                                .as("%s, with %s other answers", student, fewer)
                                .noneMatch(changed ->
                                        AllRecommendations.firstTrack(changed).equals(track));
                    }
                }));
    }

    @Test
    void unknownAnswersListThePossibleFirstTracks() {
        forEach((student, recommendation) -> {
            var unknown = recommendation.unknown();
            assertThat(unknown == null)
                    .as("%s", student)
                    .isEqualTo(student.unknownQuestions().isEmpty());
            if (unknown != null) {
                assertThat(unknown.possibleFirsts())
                        .as("possible firsts of %s", student)
                        .isEqualTo(REFERENCE.possibleFirsts(student));
                assertThat(unknown.findOut()).as("to find out, for %s", student).isEqualTo(REFERENCE.findOut(student));
            }
        });
    }

    @Test
    void recommendsBookableExams() {
        forEach((student, recommendation) -> {
            assertIsBookable(
                    recommendation.first().track(), recommendation.first().exam(), AllRecommendations.DAY);
            assertIsBookable(
                    recommendation.second().track(), recommendation.second().exam(), AllRecommendations.DAY);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-01-01", "2026-04-01", "2026-06-30", "2026-07-01", "2026-09-29", "2027-01-14", "2031-12-31"
            })
    void dayChangesOnlyTheExams(LocalDate day) {
        for (String platform : List.of("aws", "google-cloud", "azure")) {
            var student = new AnswerSet(Set.of(platform), "other", "other", "none");
            var recommendation = AllRecommendations.recommendationFor(student, day);
            assertIsBookable(
                    recommendation.first().track(), recommendation.first().exam(), day);
            assertIsBookable(
                    recommendation.second().track(), recommendation.second().exam(), day);
            assertThat(recommendation)
                    .usingRecursiveComparison()
                    .ignoringFields("asOf", "first.exam", "second.exam")
                    .isEqualTo(AllRecommendations.recommendationFor(student));
        }
    }

    private static void assertIsBookable(String track, BookableExam exam, LocalDate day) {
        var expected = REFERENCE.exam(track, day);
        var next = exam.next();
        assertThat(exam.code()).as("%s on %s", track, day).isEqualTo(expected.code());
        assertThat(exam.replaces()).as("replaced on %s", day).isEqualTo(expected.replaces());
        assertThat(next == null ? null : next.code()).as("next on %s", day).isEqualTo(expected.next());
        assertThat(next == null ? null : next.opens())
                .as("next opens, on %s", day)
                .isEqualTo(expected.nextOpens());
    }

    private static boolean holdsForEveryChange(Firmness firmness) {
        return firmness.holds() == firmness.of();
    }

    private static String question(Reason reason) {
        return reason.question() == null ? "" : reason.question();
    }

    private static List<ExpectedWhatIf> toExpected(List<Recommendation.WhatIf> whatIfs) {
        return whatIfs.stream()
                .map(whatIf -> new ExpectedWhatIf(
                        whatIf.track(),
                        whatIf.changes().stream()
                                .map(change -> new ExpectedChange(change.question(), change.to()))
                                .toList()))
                .toList();
    }
}
