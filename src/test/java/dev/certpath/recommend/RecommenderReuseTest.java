package dev.certpath.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.guide.Guide;
import dev.certpath.guide.GuideYaml;
import dev.certpath.testsupport.RandomSeed;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A recommender keeps evaluations and exams; they must not be mixed up. */
class RecommenderReuseTest {

    private static final LocalDate[] DAYS = {
        LocalDate.parse("2026-01-01"), LocalDate.parse("2026-11-23"), LocalDate.parse("2028-02-29")
    };

    /** More combinations than evaluations are kept, so that some replace each other. */
    private static final Guide LARGE_GUIDE = GuideYaml.published()
            .inEdition(
                    "      - { option: kubernetes,",
                    "      - { option: four, label: Four, phrase: four }\n"
                            + "      - { option: five, label: Five, phrase: five }\n"
                            + "      - { option: six, label: Six, phrase: six }\n"
                            + "      - { option: kubernetes,")
            .read();

    @Test
    void recommendationsDoNotDependOnEarlierOnes() {
        var space = new AnswerSpace(LARGE_GUIDE);
        assertThat(space.size()).isEqualTo((2 + 255) * 14 * 7 * 4);
        var reused = new Recommender(LARGE_GUIDE);
        var random = new Random(RandomSeed.get());
        int combination = random.nextInt(16_384);
        for (int repetition = 0; repetition < 3; repetition++) {
            for (int other = combination; other < space.size(); other += 16_384) {
                var answers = space.answersAt(other);
                var day = DAYS[random.nextInt(DAYS.length)];
                assertThat(reused.recommend(answers, day))
                        .isEqualTo(new Recommender(LARGE_GUIDE).recommend(answers, day));
            }
        }
    }

    @Test
    void concurrentRecommendationsAreThoseOfOneThread() {
        var alone = new Recommender(AllRecommendations.GUIDE);
        var shared = new Recommender(AllRecommendations.GUIDE);
        var space = new AnswerSpace(AllRecommendations.GUIDE);
        var expected = new Random(RandomSeed.get())
                .ints(20_000, 0, space.size())
                .mapToObj(space::answersAt)
                .flatMap(answers -> Stream.of(DAYS).map(day -> Map.entry(answers, alone.recommend(answers, day))))
                .toList();
        assertThat(expected.parallelStream()
                        .filter(entry -> !shared.recommend(
                                        entry.getKey(), entry.getValue().asOf())
                                .equals(entry.getValue())))
                .isEmpty();
    }
}
