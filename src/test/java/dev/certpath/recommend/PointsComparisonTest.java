package dev.certpath.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.recommend.PointsComparison.Row;
import dev.certpath.recommend.PointsComparison.Side;
import dev.certpath.recommend.Recommendation.TrackName;
import dev.certpath.testsupport.RandomSeed;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tests the table with the points behind two recommendations. */
class PointsComparisonTest {

    private static final AnswerSet STUDENT = new AnswerSet(Set.of("aws"), "retail", "mlops", "none");

    @Test
    void columnsOfEachSideAddUpToItsTotals() {
        var random = new Random(RandomSeed.get());
        var students = AnswerSet.allCombinations();
        for (int round = 0; round < 5_000; round++) {
            var before = AllRecommendations.recommendationFor(students.get(random.nextInt(students.size())));
            var after = AllRecommendations.recommendationFor(students.get(random.nextInt(students.size())));
            var comparison = PointsComparison.of(before, after);
            assertThat(comparison.before()).isEqualTo(totals(before)).isEqualTo(sums(comparison, Side.BEFORE));
            assertThat(comparison.after()).isEqualTo(totals(after)).isEqualTo(sums(comparison, Side.AFTER));
        }
    }

    @Test
    void answerThatDiffersHasARowForEachSide() {
        var changed = new AnswerSet(Set.of("google-cloud"), "retail", "mlops", "none");
        var rows = compare(STUDENT, changed).rows();
        assertThat(rows.get(0).side()).isEqualTo(Side.BEFORE);
        assertThat(rows.get(0).points().label()).isEqualTo("Your employer runs on AWS");
        assertThat(rows.get(1).side()).isEqualTo(Side.AFTER);
        assertThat(rows.get(1).points().label()).isEqualTo("Your employer runs on Google Cloud");
        assertThat(rows.subList(2, rows.size())).allMatch(row -> row.side().isBoth());
    }

    @Test
    void sameAnswersHaveOneRowEach() {
        var rows = compare(STUDENT, STUDENT).rows();
        assertThat(rows)
                .allMatch(row -> row.side().isBoth())
                .extracting(row -> row.points().label())
                .doesNotHaveDuplicates();
    }

    @Test
    void listsAnswersThatCountForNoTrackAndThoseThatAreNotKnown() {
        var unknown = new AnswerSet(Set.of(), "retail", "mlops", "none");
        var row = compare(STUDENT, unknown).rows().get(1);
        assertThat(row.known()).isFalse();
        assertThat(row.counts()).isFalse();
        assertThat(row.points().label()).isEqualTo("Employer");
    }

    @Test
    void rulesThatCountForEveryoneAreInBoth() {
        var changed = new AnswerSet(Set.of("azure"), "media", "other", "expert");
        assertThat(compare(STUDENT, changed).rows())
                .filteredOn(row -> row.points().unconditional())
                .isNotEmpty()
                .allMatch(row -> row.side().isBoth() && row.counts());
    }

    private static PointsComparison compare(AnswerSet before, AnswerSet after) {
        return PointsComparison.of(
                AllRecommendations.recommendationFor(before), AllRecommendations.recommendationFor(after));
    }

    private static List<Integer> totals(Recommendation recommendation) {
        return recommendation.tracks().stream()
                .map(TrackName::code)
                .map(track -> recommendation.ranked(track).points())
                .toList();
    }

    private static List<Integer> sums(PointsComparison comparison, Side side) {
        Predicate<Row> isShown = row -> row.side().isBoth() || row.side() == side;
        return IntStream.range(0, comparison.tracks().size())
                .mapToObj(column -> comparison.rows().stream()
                        .filter(isShown)
                        .mapToInt(row -> row.points().points().get(column))
                        .sum())
                .toList();
    }
}
