package dev.certpath.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.guide.Answers;
import dev.certpath.guide.Guide;
import dev.certpath.guide.GuideYaml;
import dev.certpath.recommend.Recommendation.Reason;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Tests that changes of the YAML files change recommendations without changes of code. */
class ModifiedGuideTest {

    private static final String LAST_INDUSTRY = "      - { option: other, label: Another industry,";

    private static final GuideYaml WITH_SPACE = GuideYaml.published()
            .inEdition(LAST_INDUSTRY, "      - { option: space, label: Space, phrase: space }\n" + LAST_INDUSTRY)
            .inEdition("[ai-first, large-technology]", "[ai-first, large-technology, space]");

    @Test
    void additionalIndustryAddsAnAnswer() {
        var guide = WITH_SPACE.read();
        assertThat(guide.findQuestion("target-industry").orElseThrow().allAnswers())
                .hasSize(13 + 1 + 1);
        assertThat(new AnswerSpace(guide).size()).isEqualTo((2 + 31) * (13 + 1 + 1) * (6 + 1) * 4);
    }

    @Test
    void ruleForAnAdditionalIndustryApplies() {
        var recommendation = recommend(WITH_SPACE.read(), new AnswerSet(Set.of(), "space", "undecided", "expert"));
        assertThat(recommendation.first().track()).isEqualTo("google");
        assertThat(recommendation.ranked("google").points()).isEqualTo(3);
        assertThat(recommendation.ranked("google").reasons())
                .extracting(Reason::rule)
                .containsExactly("google-industry");
        assertThat(recommendation.firmness().of()).isEqualTo(32 + 13 + 6);
    }

    @Test
    void changedPointsChangeTheResult() {
        var student = new AnswerSet(Set.of("aws"), "healthcare", "applied-ai", "expert");
        var heavier = GuideYaml.published()
                .inEdition(
                        "- rule: azure-role\n    track: azure\n    points: 4",
                        "- rule: azure-role\n    track: azure\n    points: 5");
        assertThat(recommend(AllRecommendations.GUIDE, student).first().track()).isEqualTo("aws");
        assertThat(recommend(heavier.read(), student).first().track()).isEqualTo("azure");
        assertThat(recommend(heavier.read(), student).ranked("azure").points()).isEqualTo(5 + 3);
    }

    @Test
    void additionalRuleAddsAReason() {
        var text = GuideYaml.published().inEdition("  - rule: aws-demand\n", """
                  - rule: aws-experts
                    track: aws
                    points: 2
                    when: { ml-background: [practitioner, expert] }
                    says: You know machine learning.
                    basis: Choose AWS if
                  - rule: aws-demand
                """);
        var recommendation = recommend(text.read(), new AnswerSet(Set.of("none"), "other", "other", "expert"));
        assertThat(recommendation.ranked("aws").points()).isEqualTo(2 + 1);
        assertThat(recommendation.ranked("aws").reasons())
                .extracting(Reason::rule)
                .containsExactly("aws-experts", "aws-demand");
    }

    @Test
    void changedTieBreakChangesTheFirstOfEqualTracks() {
        var student = new AnswerSet(Set.of("none"), "retail", "ml-research", "expert");
        var industryFirst = GuideYaml.published()
                .inEdition(
                        "[employer-cloud, role-focus, target-industry, ml-background]",
                        "[employer-cloud, target-industry, role-focus, ml-background]");
        assertThat(recommend(AllRecommendations.GUIDE, student).first().track()).isEqualTo("google");
        assertThat(recommend(industryFirst.read(), student).first().track()).isEqualTo("aws");
        assertThat(recommend(industryFirst.read(), student).firmness().brokenBy())
                .isEqualTo("targetIndustry");
    }

    @Test
    void closeCallThresholdComesFromTheGuide() {
        var student = new AnswerSet(Set.of(), "undecided", "mlops", "expert");
        var wide = GuideYaml.published()
                .inEdition("close-call: 3", "close-call: 5")
                .read();
        assertThat(recommend(AllRecommendations.GUIDE, student).firmness().level())
                .hasToString("clear");
        assertThat(recommend(wide, student).firmness().level()).hasToString("close");
    }

    @Test
    void overrideLeadComesFromTheGuide() {
        var student = new AnswerSet(Set.of("aws", "azure"), "retail", "mlops", "expert");
        var strict =
                GuideYaml.published().inEdition("outweighs: 4", "outweighs: 7").read();
        assertThat(recommend(AllRecommendations.GUIDE, student).second().track())
                .isEqualTo("azure");
        assertThat(recommend(strict, student).second().track()).isEqualTo("google");
    }

    @Test
    void equalTracksKeepTheOrderOfTheGuide() {
        var equalPoints = GuideYaml.published()
                .inEdition(
                        "- rule: aws-demand\n    track: aws\n    points: 1",
                        "- rule: aws-demand\n    track: aws\n    points: 3")
                .inEdition("{ ml-background: [none] }", "{ ml-background: [foundations] }")
                .inEdition(
                        "    says: Among the hiring partners of the guide, more jobs ask for the AWS certification than for either of the others. It said so of MLS-C01, which has closed.\n    receipt: The guide's hiring partners ask for it most\n",
                        "    when: { ml-background: [foundations] }\n    says: You have the foundations.\n")
                .read();
        var recommendation = recommend(equalPoints, new AnswerSet(Set.of("none"), "other", "other", "foundations"));
        assertThat(AllRecommendations.ranking(recommendation)).containsExactly("aws", "azure", "google");
        assertThat(recommendation.firmness().brokenBy()).isEqualTo("order");
    }

    @Test
    void whatIfOmitsTracksThatNoAnswerPutsFirst() {
        var text = GuideYaml.published().inEdition("points: 1\n", "points: 40\n");
        var recommendation = recommend(text.read(), new AnswerSet(Set.of("azure"), "government", "applied-ai", "none"));
        assertThat(recommendation.first().track()).isEqualTo("aws");
        assertThat(recommendation.whatIf()).isEmpty();
        assertThat(recommendation.firmness().holds())
                .isEqualTo(recommendation.firmness().of());
    }

    private static Recommendation recommend(Guide guide, AnswerSet student) {
        return new Recommender(guide).recommend(Answers.parse(guide, student.parameters()), AllRecommendations.DAY);
    }
}
