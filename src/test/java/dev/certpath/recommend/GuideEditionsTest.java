package dev.certpath.recommend;

import static dev.certpath.recommend.AllRecommendations.forEach;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.guide.Answers;
import dev.certpath.guide.Condition;
import dev.certpath.guide.GuideYaml;
import dev.certpath.guide.Option;
import dev.certpath.guide.Rule;
import dev.certpath.guide.Track;
import dev.certpath.recommend.Recommendation.Ranked;
import dev.certpath.recommend.Recommendation.Reason;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests properties of the points of the published editions, which are the same, for all combinations of answers. */
class GuideEditionsTest {

    private static List<Object> withoutTexts(Recommendation recommendation) {
        var reasons = recommendation.ranking().stream()
                .map(ranked -> List.of(
                        ranked.track(),
                        ranked.points(),
                        ranked.reasons().stream().map(Reason::rule).toList(),
                        ranked.reasons().stream().map(Reason::points).toList()))
                .toList();
        return List.of(reasons, recommendation.first(), recommendation.second(), recommendation.firmness());
    }

    private static final AnswerSet UNKNOWN_ANSWERS = new AnswerSet(Set.of(), "undecided", "undecided", "practitioner");

    @Test
    void editionTwoChangesNeitherRankingNorRulesNorTotals() {
        var editionOne = new Recommender(GuideYaml.editionOne().read());
        forEach((student, recommendation) -> {
            var answers = Answers.parse(AllRecommendations.GUIDE, student.parameters());
            var before = editionOne.recommend(answers, AllRecommendations.DAY);
            assertThat(withoutTexts(recommendation)).as("%s", student).isEqualTo(withoutTexts(before));
        });
    }

    @Test
    void firstAndSecondTrackDiffer() {
        forEach((student, recommendation) -> assertThat(recommendation.second().track())
                .as("second of %s", student)
                .isNotEqualTo(recommendation.first().track()));
    }

    @Test
    void factSupportingATrackNeverLowersItsRank() {
        forEach((student, recommendation) -> facts().filter(fact -> fact.canBeAddedTo(student))
                .forEach(fact -> assertThat(AllRecommendations.rankOf(fact.track(), fact.addedTo(student)))
                        .as("rank of %s for %s with %s", fact.track(), student, fact.option())
                        .isLessThanOrEqualTo(AllRecommendations.rankOf(fact.track(), student))));
    }

    @Test
    void everyPublishedRuleAlonePutsItsTrackFirst() {
        factsOfPublishedRules()
                .filter(fact -> !fact.option().equals("financial-services"))
                .forEach(fact -> assertThat(AllRecommendations.firstTrack(fact.addedTo(UNKNOWN_ANSWERS)))
                        .as("%s", fact)
                        .isEqualTo(fact.track()));
    }

    @Test
    void financialServicesAloneRankTheirTwoTracksFirst() {
        var alone = UNKNOWN_ANSWERS.with(AnswerSet.INDUSTRY, Set.of("financial-services"));
        assertThat(AllRecommendations.ranking(AllRecommendations.recommendationFor(alone))
                        .subList(0, 2))
                .containsExactlyInAnyOrder("aws", "azure");
        assertThat(factsOfPublishedRules().filter(fact -> fact.option().equals("financial-services")))
                .extracting(Fact::track)
                .containsExactlyInAnyOrder("aws", "azure");
    }

    @Test
    void everyTrackComesFirstForSomeAnswers() {
        var firsts = new TreeSet<String>();
        forEach((student, recommendation) -> firsts.add(recommendation.first().track()));
        assertThat(firsts).containsExactlyElementsOf(new TreeSet<>(ReferenceRecommender.TRACKS));
        assertThat(AllRecommendations.GUIDE.tracks()).extracting(Track::code).isEqualTo(ReferenceRecommender.TRACKS);
    }

    @Test
    void everyRuleAppliesToSomeAnswers() {
        var applied = new HashSet<String>();
        forEach((student, recommendation) -> recommendation
                .ranking()
                .forEach(ranked -> ranked.reasons().forEach(reason -> applied.add(reason.rule()))));
        assertThat(applied)
                .hasSize(14)
                .containsExactlyInAnyOrderElementsOf(AllRecommendations.GUIDE.rules().stream()
                        .map(Rule::code)
                        .toList());
    }

    @Test
    void unknownAnswersScoreNoPoints() {
        forEach((student, recommendation) -> recommendation.ranking().stream()
                .flatMap(ranked -> ranked.reasons().stream())
                .filter(reason -> reason.question() != null)
                .forEach(reason -> assertThat(
                                recommendation.answer(reason.question()).known())
                        .as("%s of %s is known", reason.question(), student)
                        .isTrue()));
    }

    @Test
    void omittingAnAnswerRemovesOnlyItsOwnPoints() {
        forEach((student, recommendation) -> Stream.of(AnswerSet.EMPLOYER, AnswerSet.INDUSTRY, AnswerSet.ROLE)
                .forEach(question -> recommendation
                        .ranking()
                        .forEach(ranked -> assertThat(
                                        AllRecommendations.points(ranked.track(), student.with(question, Set.of())))
                                .as("points of %s for %s without %s", ranked.track(), student, question)
                                .isEqualTo(ranked.points() - pointsFrom(question, ranked)))));
    }

    @Test
    void everyReasonSupportsItsTrack() {
        forEach((student, recommendation) -> recommendation
                .ranking()
                .forEach(ranked -> assertThat(ranked.reasons())
                        .allMatch(reason -> reason.points() > 0 && reason.rule().startsWith(ranked.track()))));
    }

    private static int pointsFrom(String question, Ranked ranked) {
        return ranked.reasons().stream()
                .filter(reason -> question.equals(reason.question()))
                .mapToInt(Reason::points)
                .sum();
    }

    /** The facts that support a track according to the published guide. */
    private static Stream<Fact> factsOfPublishedRules() {
        return AllRecommendations.GUIDE.rules().stream()
                .filter(rule -> !rule.basis().equals(Rule.OUR_DECISION))
                .flatMap(GuideEditionsTest::facts);
    }

    /** All facts that support a track. */
    private static Stream<Fact> facts() {
        return AllRecommendations.GUIDE.rules().stream().flatMap(GuideEditionsTest::facts);
    }

    private static Stream<Fact> facts(Rule rule) {
        return rule.condition() instanceof Condition.AnyOptionChosen chosen
                ? chosen.options().stream().map(option -> fact(rule, chosen, option))
                : Stream.of();
    }

    private static Fact fact(Rule rule, Condition.AnyOptionChosen chosen, Option option) {
        return new Fact(rule.track().code(), chosen.question().parameter(), option.code());
    }

    /** An option and the track that it supports. */
    private record Fact(String track, String question, String option) {

        /** Whether adding it removes no points: it is a further platform, or the current answer scores nothing. */
        boolean canBeAddedTo(AnswerSet student) {
            return question.equals(AnswerSet.EMPLOYER)
                    || AllRecommendations.recommendationFor(student).ranking().stream()
                            .allMatch(ranked -> pointsFrom(question, ranked) == 0);
        }

        AnswerSet addedTo(AnswerSet student) {
            var answer = new HashSet<String>();
            if (question.equals(AnswerSet.EMPLOYER)) {
                answer.addAll(student.employer());
                answer.remove("none");
            }
            answer.add(option);
            return student.with(question, answer);
        }
    }
}
