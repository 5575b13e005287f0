package dev.certpath.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.recommend.PointsBreakdown.Row;
import dev.certpath.recommend.Recommendation.TrackName;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests the table of points behind a recommendation. */
class PointsBreakdownTest {

    @Test
    void columnsAddUpToTheTotalsOfTheirTracks() {
        AllRecommendations.forEach((student, recommendation) -> {
            var breakdown = PointsBreakdown.of(recommendation);
            assertThat(breakdown.tracks()).extracting(TrackName::code).isEqualTo(ReferenceRecommender.TRACKS);
            assertThat(breakdown.totals()).as("totals of %s", student).isEqualTo(columnSums(breakdown));
            assertThat(breakdown.totals())
                    .isEqualTo(ReferenceRecommender.TRACKS.stream()
                            .map(track -> recommendation.ranked(track).points())
                            .toList());
        });
    }

    @Test
    void listsEveryAnswerOnce() {
        AllRecommendations.forEach((student, recommendation) -> {
            var breakdown = PointsBreakdown.of(recommendation);
            long answers = breakdown.rows().stream()
                    .filter(row -> !row.unconditional())
                    .count();
            assertThat(answers
                            + breakdown.answersWithoutPoints().size()
                            + breakdown.unknownAnswers().size())
                    .as("answers on the receipt of %s", student)
                    .isEqualTo(AnswerSet.QUESTIONS.size());
            assertThat(breakdown.unknownAnswers()).hasSameSizeAs(student.unknownQuestions());
        });
    }

    @Test
    void answerScoringForTwoTracksIsOneRow() {
        var breakdown = breakdown(new AnswerSet(Set.of(), "financial-services", "custom-models", "expert"));
        assertThat(breakdown.rows())
                .containsExactly(
                        new Row(
                                "You target financial services",
                                List.of("Choose AWS if", "Choose Azure if"),
                                false,
                                List.of(3, 0, 3)),
                        new Row("You aim for custom models", List.of("Our decision"), false, List.of(2, 2, 0)),
                        new Row(
                                "The guide's hiring partners ask for it most",
                                List.of("Choose AWS if"),
                                true,
                                List.of(1, 0, 0)));
        assertThat(breakdown.totals()).containsExactly(3 + 2 + 1, 2, 3);
        assertThat(breakdown.answersWithoutPoints()).containsExactly("You have ML expertise");
        assertThat(breakdown.unknownAnswers()).containsExactly("Employer");
    }

    private static PointsBreakdown breakdown(AnswerSet student) {
        return PointsBreakdown.of(AllRecommendations.recommendationFor(student));
    }

    private static List<Integer> columnSums(PointsBreakdown breakdown) {
        return IntStream.range(0, breakdown.tracks().size())
                .mapToObj(column -> breakdown.rows().stream()
                        .mapToInt(row -> row.points().get(column))
                        .sum())
                .toList();
    }
}
