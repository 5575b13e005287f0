package dev.certpath.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.guide.Answer;
import dev.certpath.guide.Answers;
import dev.certpath.guide.Guide;
import dev.certpath.guide.GuideYaml;
import dev.certpath.guide.Option;
import dev.certpath.guide.Question;
import dev.certpath.recommend.Recommendation.Change;
import dev.certpath.recommend.Recommendation.Ranked;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An option that a guide retires is accepted, is no longer offered, and counts for nothing. */
class RetiredOptionTest {

    private static final String EDUCATION = "      - { option: education,";
    private static final String NONE = "      - { option: none, label: None of these,";

    private static final Guide GUIDE = GuideYaml.published()
            .inEdition(
                    EDUCATION,
                    "      - { option: agriculture, label: Agriculture, phrase: agriculture, retired: true }\n"
                            + EDUCATION)
            .inEdition(
                    NONE,
                    "      - { option: own-servers, label: Own servers, phrase: its own servers, retired: true }\n"
                            + NONE)
            .read();
    private static final Recommender RECOMMENDER = new Recommender(GUIDE);
    private static final AnswerSpace SPACE = new AnswerSpace(GUIDE);

    @Test
    void isNotOffered() {
        assertThat(GUIDE.questions().stream().flatMap(question -> question.offeredOptions().stream()))
                .hasSize(6 + 13 + 6 + 4)
                .noneMatch(Option::retired);
        assertThat(GUIDE.findQuestion("target-industry").orElseThrow().allowedCodes())
                .contains("education")
                .doesNotContain("agriculture");
    }

    @Test
    void changesNothingForStudentsWithoutIt() {
        AllRecommendations.forEach(
                (student, recommendation) -> assertThat(recommend(Answers.parse(GUIDE, student.parameters())))
                        .isEqualTo(recommendation));
    }

    @Test
    void countsForNothingAndIsNoChangeToMake() {
        var withIt = all().filter(answers -> !answers.all().stream().allMatch(Answer::isOffered))
                .toList();
        assertThat(withIt).hasSize(SPACE.size() - AllRecommendations.combinations());
        for (Answers answers : withIt) {
            var recommendation = recommend(answers);
            assertThat(points(recommendation)).isEqualTo(points(recommend(withoutRetiredOptions(answers))));
            assertThat(recommendation.whatIf().stream().flatMap(change -> change.changes().stream()))
                    .flatExtracting(Change::to)
                    .doesNotContain("agriculture", "own-servers");
        }
    }

    private static Stream<Answers> all() {
        return IntStream.range(0, SPACE.size()).mapToObj(SPACE::answersAt);
    }

    private static Recommendation recommend(Answers answers) {
        return RECOMMENDER.recommend(answers, AllRecommendations.DAY);
    }

    private static Map<String, Integer> points(Recommendation recommendation) {
        var points = new HashMap<String, Integer>();
        recommendation.ranking().forEach((Ranked ranked) -> points.put(ranked.track(), ranked.points()));
        return points;
    }

    private static Answers withoutRetiredOptions(Answers answers) {
        return new Answers(answers.all().stream()
                .map(RetiredOptionTest::withoutRetiredOptions)
                .toList());
    }

    private static Answer withoutRetiredOptions(Answer answer) {
        Question question = answer.question();
        List<String> kept = answer.codes().stream()
                .filter(code -> question.allowedCodes().contains(code) || code.isEmpty())
                .toList();
        return kept.isEmpty() ? new Answer(question, 0) : question.parse(kept);
    }
}
