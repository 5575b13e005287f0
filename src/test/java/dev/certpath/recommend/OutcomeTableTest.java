package dev.certpath.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.guide.Guide;
import dev.certpath.guide.GuideYaml;
import dev.certpath.guide.Rule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The outcomes of all combinations agree with whole recommendations, for guides of every kind. */
class OutcomeTableTest {

    private static final Map<String, List<String>> ANSWERS = Map.of(
            "employerCloud", List.of("aws"),
            "targetIndustry", List.of(),
            "roleFocus", List.of("mlops"),
            "mlBackground", List.of("none"));

    static Stream<Guide> guides() {
        return Stream.of(
                        GuideYaml.published(),
                        GuideYaml.withThreeQuestions(),
                        GuideYaml.withFourTracks(),
                        GuideYaml.withFiveQuestions())
                .map(GuideYaml::read);
    }

    @ParameterizedTest
    @MethodSource("guides")
    void hasTheTracksAndTheFirmnessOfEveryRecommendation(Guide guide) {
        var table = new OutcomeTable(guide);
        var recommender = new Recommender(guide);
        assertThat(table.size()).isEqualTo(new AnswerSpace(guide).size());
        for (int combination = 0; combination < table.size(); combination++) {
            var answers = table.answers(combination);
            var recommendation = recommender.recommend(answers, AllRecommendations.DAY);
            assertThat(table.outcome(combination))
                    .as("%s", answers.codes())
                    .isEqualTo(new Outcome(
                            recommendation.first().track(),
                            recommendation.second().track(),
                            recommendation.firmness().level()));
            assertThat(table.find(answers.codes())).hasValue(combination);
        }
    }

    @ParameterizedTest
    @MethodSource("guides")
    void aRuleMattersIfSomebodyGetsOtherTracksWithoutIt(Guide guide) {
        var table = new OutcomeTable(guide);
        for (Rule rule : guide.rules()) {
            var recommender = new Recommender(guide.without(rule));
            boolean matters = IntStream.range(0, table.size()).anyMatch(combination -> {
                var without = recommender.recommend(table.answers(combination), AllRecommendations.DAY);
                var outcome = table.outcome(combination);
                return !without.first().track().equals(outcome.first())
                        || !without.second().track().equals(outcome.second());
            });
            assertThat(table.matters(rule)).as(rule.code()).isEqualTo(matters);
        }
    }

    @Test
    void aRuleThatIsOutweighedByEveryOtherDoesNotMatter() {
        var guide = GuideYaml.published()
                .inEdition(
                        "  - rule: aws-role\n",
                        "  - rule: azure-engineering\n    track: azure\n    points: 1\n"
                                + "    when: { role-focus: [mlops] }\n    says: x\n    basis: Our decision\n    note: x\n"
                                + "  - rule: aws-role\n")
                .inEdition(
                        "    points: 4\n    when: { role-focus: [data-engineering, mlops] }",
                        "    points: 900\n    when: { role-focus: [data-engineering, mlops] }")
                .inEdition("outweighs: 4", "outweighs: 1000")
                .read();
        var table = new OutcomeTable(guide);
        assertThat(guide.rules().stream().filter(rule -> !table.matters(rule)).map(Rule::code))
                .containsExactly("azure-engineering");
    }

    @Test
    void findsAnswersWithoutCodesAsNotKnown() {
        var table = new OutcomeTable(AllRecommendations.GUIDE);
        var found = table.answers(table.find(ANSWERS).orElseThrow());
        assertThat(found.codes())
                .containsEntry("targetIndustry", List.of("undecided"))
                .containsEntry("roleFocus", List.of("mlops"));
    }

    @Test
    void findsNothingForOptionsAndRequiredAnswersThatAreMissing() {
        var table = new OutcomeTable(AllRecommendations.GUIDE);
        assertThat(table.find(with("targetIndustry", List.of("mining")))).isEmpty();
        assertThat(table.find(with("mlBackground", List.of()))).isEmpty();
        assertThat(table.find(Map.of("employerCloud", List.of("aws")))).isEmpty();
        assertThat(table.find(with("shoeSize", List.of("44")))).isPresent();
    }

    @Test
    void offersNoCombinationWithARetiredOption() {
        var guide = GuideYaml.published()
                .inEdition("option: energy, label: Energy", "option: energy, retired: true, label: Energy")
                .read();
        var table = new OutcomeTable(guide);
        long offered = table.offered().count();
        assertThat(offered).isEqualTo(12_936L / 14 * 13);
        assertThat(table.isOffered(
                        table.find(with("targetIndustry", List.of("energy"))).orElseThrow()))
                .isFalse();
    }

    private static Map<String, List<String>> with(String question, List<String> codes) {
        var answers = new HashMap<>(ANSWERS);
        answers.put(question, codes);
        return answers;
    }
}
