package dev.certpath.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.certpath.guide.Answers;
import dev.certpath.guide.GuideYaml;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Tests the numbering of all combinations of answers. */
class AnswerSpaceTest {

    private final AnswerSpace space = new AnswerSpace(AllRecommendations.GUIDE);

    @Test
    void numbersEveryCombinationUniquely() {
        var numbers = new TreeSet<Integer>();
        AnswerSet.allCombinations().forEach(student -> numbers.add(space.indexOf(answersOf(student))));
        assertThat(numbers).hasSize(space.size());
        assertThat(numbers.first()).isZero();
        assertThat(numbers.last()).isEqualTo(space.size() - 1);
    }

    @Test
    void numbersMapBackToTheirCombination() {
        for (int index = 0; index < space.size(); index++) {
            assertThat(space.indexOf(space.answersAt(index))).isEqualTo(index);
        }
    }

    @Test
    void rejectsAnswersToAnotherGuide() {
        var other = GuideYaml.published()
                .inEdition(
                        "- { option: other, label: Another industry,",
                        "- { option: space, label: Space, phrase: space }\n      - { option: other, label: Another industry,")
                .read();
        var student = new AnswerSet(Set.of("aws"), "other", "mlops", "expert");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> space.indexOf(Answers.parse(other, student.parameters())))
                .withMessageContaining("targetIndustry=[other]");
    }

    private static Answers answersOf(AnswerSet student) {
        return Answers.parse(AllRecommendations.GUIDE, student.parameters());
    }
}
