package dev.certpath.recommend;

import static dev.certpath.recommend.AllRecommendations.everybody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.certpath.recommend.Recommendation.Firmness;
import dev.certpath.recommend.Recommendation.Reason;
import dev.certpath.recommend.ReferenceRecommender.PlainChange;
import dev.certpath.recommend.ReferenceRecommender.PlainSecond;
import dev.certpath.recommend.ReferenceRecommender.PlainWhatIf;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What everybody is told is what the public contract defines, for every combination of answers and field by field. */
class RecommendationContractTest {

    private static final int COMBINATIONS = (2 + 31) * (13 + 1) * (6 + 1) * 4;

    private static final ReferenceRecommender ORACLE = new ReferenceRecommender();

    @Test
    void everyCombinationOfAnswersIsToldSomething() {
        assertThat(COMBINATIONS).isEqualTo(12_936);
        assertThat(AllRecommendations.combinations()).isEqualTo(COMBINATIONS);
        assertThat(new AnswerSpace(AllRecommendations.GUIDE).size()).isEqualTo(COMBINATIONS);
    }

    @Test
    void answersComeBackAsTheyWereGiven() {
        everybody((student, told) -> student.parameters()
                .forEach((question, codes) -> assertThat(told.answer(question).codes())
                        .as("%s of %s", question, student)
                        .isEqualTo(codes)));
    }

    @Test
    void totalsAreTheSumsOfTheirReasons() {
        everybody((student, told) -> told.ranking()
                .forEach(ranked -> assertThat(ranked.points())
                        .as("points of %s for %s", ranked.track(), student)
                        .isEqualTo(ORACLE.totals(student).get(ranked.track()))
                        .isEqualTo(ranked.reasons().stream()
                                .mapToInt(Reason::points)
                                .sum())));
    }

    @Test
    void reasonsAreTheRulesThatFiredAndNoOthers() {
        everybody((student, told) -> told.ranking()
                .forEach(ranked -> assertThat(ranked.reasons())
                        .as("reasons for %s of %s", ranked.track(), student)
                        .extracting(Reason::rule, Reason::points, RecommendationContractTest::question)
                        .containsExactlyElementsOf(ORACLE.reasons(student, ranked.track()).stream()
                                .map(rule -> tuple(rule.code(), rule.points(), rule.question()))
                                .toList())));
    }

    @Test
    void tracksAreRankedByPointsThenByTheTieRules() {
        everybody((student, told) -> {
            assertThat(AllRecommendations.ranking(told))
                    .as("ranking of %s", student)
                    .isEqualTo(ORACLE.ranking(student));
            assertThat(told.first().track())
                    .isEqualTo(AllRecommendations.ranking(told).get(0));
        });
    }

    @Test
    void theSecondFollowsTheUsualOrderUnlessTheAnswersOutweighIt() {
        everybody((student, told) -> assertThat(new PlainSecond(
                        told.second().track(), told.second().why().toString()))
                .as("second of %s", student)
                .isEqualTo(ORACLE.second(student)));
    }

    @Test
    void theLeadAndItsWordAreThoseOfTheFirstTwo() {
        everybody((student, told) -> {
            assertThat(told.firmness().lead()).as("lead of %s", student).isEqualTo(ORACLE.lead(student));
            assertThat(told.firmness().level()).as("level of %s", student).hasToString(ORACLE.level(student));
        });
    }

    @Test
    void aTieSaysWhatDecidedIt() {
        everybody((student, told) ->
                assertThat(told.firmness().brokenBy()).as("tie of %s", student).isEqualTo(ORACLE.brokenBy(student)));
    }

    @Test
    void firmnessCountsTheChangesOfOneAnswerThatLeaveTheFirst() {
        everybody((student, told) -> {
            assertThat(told.firmness().holds()).as("holds of %s", student).isEqualTo((int) ORACLE.holds(student));
            assertThat(told.firmness().of()).as("of, of %s", student).isEqualTo((int) ORACLE.of(student));
            assertThat(told.firmness().hangsOn()).as("hangs on, of %s", student).isEqualTo(ORACLE.hangsOn(student));
        });
    }

    @Test
    void aFirstHoldsEverywhereExactlyWhenNoSingleAnswerPutsAnotherThere() {
        everybody((student, told) -> {
            boolean byOne =
                    told.whatIf().stream().anyMatch(whatIf -> whatIf.changes().size() == 1);
            assertThat(holdsEverywhere(told.firmness())).as("%s", student).isEqualTo(!byOne);
            assertThat(told.firmness().hangsOn().isEmpty()).as("%s", student).isEqualTo(!byOne);
        });
    }

    @Test
    void whatIfIsTheSmallestChangeByTheTieRules() {
        everybody((student, told) ->
                assertThat(plain(told.whatIf())).as("what if, of %s", student).isEqualTo(ORACLE.whatIf(student)));
    }

    @Test
    void whatIfReallyPutsItsTrackFirst() {
        everybody((student, told) -> told.whatIf().forEach(whatIf -> {
            var changed = WhatIfAssertions.changed(student, whatIf);
            assertThat(AllRecommendations.first(changed))
                    .as("%s, changed to %s", student, changed)
                    .isEqualTo(whatIf.track());
            assertThat(whatIf.levelWith())
                    .as("%s draws level in %s", whatIf.track(), changed)
                    .isEqualTo(AllRecommendations.to(changed).leaders().stream()
                            .map(Recommendation.TrackName::code)
                            .skip(1)
                            .toList());
        }));
    }

    @Test
    void noFewerQuestionsPutThatTrackFirst() {
        everybody((student, told) -> WhatIfAssertions.others(told).forEach(track -> {
            int questions = WhatIfAssertions.questionsFor(track, told);
            for (int fewer = 1; fewer < questions; fewer++) {
                assertThat(ReferenceRecommender.changes(student, fewer))
                        .as("%s, with %s other answers", student, fewer)
                        .noneMatch(changed -> AllRecommendations.first(changed).equals(track));
            }
        }));
    }

    @Test
    void whatIsUnknownTellsWhichFirstsArePossible() {
        everybody((student, told) -> {
            var unknown = told.unknown();
            assertThat(unknown == null)
                    .as("%s", student)
                    .isEqualTo(student.notKnown().isEmpty());
            if (unknown != null) {
                assertThat(unknown.possibleFirsts())
                        .as("possible firsts of %s", student)
                        .isEqualTo(ORACLE.possibleFirsts(student));
                assertThat(unknown.findOut()).as("to find out, for %s", student).isEqualTo(ORACLE.findOut(student));
            }
        });
    }

    @Test
    void theExamsAreThoseThatCanBeBooked() {
        everybody((student, told) -> {
            assertIsBookable(told.first().track(), told.first().exam(), AllRecommendations.DAY);
            assertIsBookable(told.second().track(), told.second().exam(), AllRecommendations.DAY);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-01-01", "2026-04-01", "2026-06-30", "2026-07-01", "2026-09-29", "2027-01-14", "2031-12-31"
            })
    void theDayDecidesTheExamsAndNothingElse(LocalDate day) {
        for (String platform : List.of("aws", "google-cloud", "azure")) {
            var student = new AnswerSet(Set.of(platform), "other", "other", "none");
            var told = AllRecommendations.to(student, day);
            assertIsBookable(told.first().track(), told.first().exam(), day);
            assertIsBookable(told.second().track(), told.second().exam(), day);
            assertThat(told)
                    .usingRecursiveComparison()
                    .ignoringFields("asOf", "first.exam", "second.exam")
                    .isEqualTo(AllRecommendations.to(student));
        }
    }

    private static void assertIsBookable(String track, BookableExam exam, LocalDate day) {
        var expected = ORACLE.exam(track, day);
        var next = exam.next();
        assertThat(exam.code()).as("%s on %s", track, day).isEqualTo(expected.code());
        assertThat(exam.replaces()).as("replaced on %s", day).isEqualTo(expected.replaces());
        assertThat(next == null ? null : next.code()).as("next on %s", day).isEqualTo(expected.next());
        assertThat(next == null ? null : next.opens())
                .as("next opens, on %s", day)
                .isEqualTo(expected.nextOpens());
    }

    private static boolean holdsEverywhere(Firmness firmness) {
        return firmness.holds() == firmness.of();
    }

    private static String question(Reason reason) {
        return reason.question() == null ? "" : reason.question();
    }

    private static List<PlainWhatIf> plain(List<Recommendation.WhatIf> whatIfs) {
        return whatIfs.stream()
                .map(whatIf -> new PlainWhatIf(
                        whatIf.track(),
                        whatIf.changes().stream()
                                .map(change -> new PlainChange(change.question(), change.to()))
                                .toList()))
                .toList();
    }
}
