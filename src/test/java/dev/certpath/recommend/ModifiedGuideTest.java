package dev.certpath.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.guide.Answers;
import dev.certpath.guide.Guide;
import dev.certpath.guide.GuideYaml;
import dev.certpath.recommend.Recommendation.Reason;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The guide is data: another text is another guide, with no word of Java changed. */
class ModifiedGuideTest {

    private static final String LAST_INDUSTRY = "      - { option: other, label: Another industry,";

    private static final GuideYaml WITH_SPACE = GuideYaml.published()
            .inEdition(LAST_INDUSTRY, "      - { option: space, label: Space, phrase: space }\n" + LAST_INDUSTRY)
            .inEdition("[ai-first, large-technology]", "[ai-first, large-technology, space]");

    @Test
    void anIndustryMoreIsAnAnswerMore() {
        var guide = WITH_SPACE.read();
        assertThat(guide.question("target-industry").orElseThrow().allAnswers()).hasSize(13 + 1 + 1);
        assertThat(new AnswerSpace(guide).size()).isEqualTo((2 + 31) * (13 + 1 + 1) * (6 + 1) * 4);
    }

    @Test
    void aRuleForTheNewIndustryFires() {
        var told = told(WITH_SPACE.read(), new AnswerSet(Set.of(), "space", "undecided", "expert"));
        assertThat(told.first().track()).isEqualTo("google");
        assertThat(told.ranked("google").points()).isEqualTo(3);
        assertThat(told.ranked("google").reasons()).extracting(Reason::rule).containsExactly("google-industry");
        assertThat(told.firmness().of()).isEqualTo(32 + 13 + 6);
    }

    @Test
    void otherPointsAreAnotherResult() {
        var student = new AnswerSet(Set.of("aws"), "healthcare", "applied-ai", "expert");
        var heavier = GuideYaml.published()
                .inEdition(
                        "- rule: azure-role\n    track: azure\n    points: 4",
                        "- rule: azure-role\n    track: azure\n    points: 5");
        assertThat(told(AllRecommendations.GUIDE, student).first().track()).isEqualTo("aws");
        assertThat(told(heavier.read(), student).first().track()).isEqualTo("azure");
        assertThat(told(heavier.read(), student).ranked("azure").points()).isEqualTo(5 + 3);
    }

    @Test
    void anotherRuleIsAnotherReason() {
        var text = GuideYaml.published().inEdition("  - rule: aws-demand\n", """
                  - rule: aws-experts
                    track: aws
                    points: 2
                    when: { ml-background: [practitioner, expert] }
                    says: You know machine learning.
                    basis: Choose AWS if
                  - rule: aws-demand
                """);
        var told = told(text.read(), new AnswerSet(Set.of("none"), "other", "other", "expert"));
        assertThat(told.ranked("aws").points()).isEqualTo(2 + 1);
        assertThat(told.ranked("aws").reasons()).extracting(Reason::rule).containsExactly("aws-experts", "aws-demand");
    }

    @Test
    void anotherTieBreakIsAnotherFirstOfEquals() {
        var student = new AnswerSet(Set.of("none"), "retail", "ml-research", "expert");
        var industryFirst = GuideYaml.published()
                .inEdition(
                        "[employer-cloud, role-focus, target-industry, ml-background]",
                        "[employer-cloud, target-industry, role-focus, ml-background]");
        assertThat(told(AllRecommendations.GUIDE, student).first().track()).isEqualTo("google");
        assertThat(told(industryFirst.read(), student).first().track()).isEqualTo("aws");
        assertThat(told(industryFirst.read(), student).firmness().brokenBy()).isEqualTo("targetIndustry");
    }

    @Test
    void whatCountsAsCloseIsWrittenInTheGuide() {
        var student = new AnswerSet(Set.of(), "undecided", "mlops", "expert");
        var wide = GuideYaml.published()
                .inEdition("close-call: 3", "close-call: 5")
                .read();
        assertThat(told(AllRecommendations.GUIDE, student).firmness().level()).hasToString("clear");
        assertThat(told(wide, student).firmness().level()).hasToString("close");
    }

    @Test
    void whatOutweighsTheUsualSecondIsWrittenInTheGuide() {
        var student = new AnswerSet(Set.of("aws", "azure"), "retail", "mlops", "expert");
        var stubborn =
                GuideYaml.published().inEdition("outweighs: 4", "outweighs: 7").read();
        assertThat(told(AllRecommendations.GUIDE, student).second().track()).isEqualTo("azure");
        assertThat(told(stubborn, student).second().track()).isEqualTo("google");
    }

    @Test
    void tracksThatNothingToldApartStandInTheGuidesOrder() {
        var levelled = GuideYaml.published()
                .inEdition(
                        "- rule: aws-demand\n    track: aws\n    points: 1",
                        "- rule: aws-demand\n    track: aws\n    points: 3")
                .inEdition("{ ml-background: [none] }", "{ ml-background: [foundations] }")
                .inEdition(
                        "    says: More job offers ask for the AWS certification than for either of the others.\n    receipt: Most job offers name it\n",
                        "    when: { ml-background: [foundations] }\n    says: You have begun.\n")
                .read();
        var told = told(levelled, new AnswerSet(Set.of("none"), "other", "other", "foundations"));
        assertThat(AllRecommendations.ranking(told)).containsExactly("aws", "azure", "google");
        assertThat(told.firmness().brokenBy()).isEqualTo("order");
    }

    @Test
    void aTrackThatNoAnswerPutsFirstIsLeftOutOfTheWhatIfs() {
        var text = GuideYaml.published().inEdition("points: 1\n", "points: 40\n");
        var told = told(text.read(), new AnswerSet(Set.of("azure"), "government", "applied-ai", "none"));
        assertThat(told.first().track()).isEqualTo("aws");
        assertThat(told.whatIf()).isEmpty();
        assertThat(told.firmness().holds()).isEqualTo(told.firmness().of());
    }

    private static Recommendation told(Guide guide, AnswerSet student) {
        return new Recommender(guide).recommend(Answers.read(guide, student.parameters()), AllRecommendations.DAY);
    }
}
