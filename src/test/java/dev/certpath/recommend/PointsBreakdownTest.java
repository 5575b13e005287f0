package dev.certpath.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.recommend.PointsBreakdown.Line;
import dev.certpath.recommend.Recommendation.TrackName;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The sum behind a recommendation, as it is laid out. */
class PointsBreakdownTest {

    @Test
    void everyColumnAddsUpToTheTotalOfItsTrack() {
        AllRecommendations.everybody((student, told) -> {
            var receipt = PointsBreakdown.of(told);
            assertThat(receipt.tracks()).extracting(TrackName::code).isEqualTo(ReferenceRecommender.TRACKS);
            assertThat(receipt.totals()).as("totals of %s", student).isEqualTo(columnSums(receipt));
            assertThat(receipt.totals())
                    .isEqualTo(ReferenceRecommender.TRACKS.stream()
                            .map(track -> told.ranked(track).points())
                            .toList());
        });
    }

    @Test
    void everyAnswerStandsOnTheReceiptOnce() {
        AllRecommendations.everybody((student, told) -> {
            var receipt = PointsBreakdown.of(told);
            long answers =
                    receipt.lines().stream().filter(line -> !line.forEveryone()).count();
            assertThat(answers
                            + receipt.countedForNone().size()
                            + receipt.notSaid().size())
                    .as("answers on the receipt of %s", student)
                    .isEqualTo(AnswerSet.QUESTIONS.size());
            assertThat(receipt.notSaid()).hasSameSizeAs(student.notKnown());
        });
    }

    @Test
    void anAnswerThatCountsForTwoTracksIsOneLine() {
        var receipt = receipt(new AnswerSet(Set.of(), "financial-services", "custom-models", "expert"));
        assertThat(receipt.lines())
                .containsExactly(
                        new Line(
                                "You target financial services",
                                List.of("Choose AWS if", "Choose Azure if"),
                                false,
                                List.of(3, 0, 3)),
                        new Line("You aim for custom models", List.of("Our decision"), false, List.of(2, 2, 0)),
                        new Line("Most job offers name it", List.of("Choose AWS if"), true, List.of(1, 0, 0)));
        assertThat(receipt.totals()).containsExactly(3 + 2 + 1, 2, 3);
        assertThat(receipt.countedForNone()).containsExactly("You have ML expertise");
        assertThat(receipt.notSaid()).containsExactly("Employer");
    }

    private static PointsBreakdown receipt(AnswerSet student) {
        return PointsBreakdown.of(AllRecommendations.to(student));
    }

    private static List<Integer> columnSums(PointsBreakdown receipt) {
        return IntStream.range(0, receipt.tracks().size())
                .mapToObj(column -> receipt.lines().stream()
                        .mapToInt(line -> line.points().get(column))
                        .sum())
                .toList();
    }
}
