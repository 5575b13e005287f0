package dev.certpath.web.desk.insights;

import dev.certpath.recommend.Recommendation.Firmness;
import java.util.List;
import java.util.Optional;

/**
 * The charts and tables of the insights page.
 *
 * @param cases the number of cases of the period
 * @param overTime the cases by opening day
 * @param firstTracks the cases by recommended first track
 * @param heatmap the same by the answers to two questions; empty if the guide does not have two with one answer
 * @param firmness the cases by firmness
 * @param decisions how advisors decided
 */
public record Insights(
        CaseCountLink cases,
        CasesOverTimeChart overTime,
        List<ChartBar> firstTracks,
        Optional<TrackHeatmap> heatmap,
        List<ChartBar> firmness,
        DecisionSummary decisions) {

    /** The cases with a tie between the first tracks. */
    public ChartBar ties() {
        return firmness(Firmness.Level.TIE);
    }

    /** The cases whose first track is a close call. */
    public ChartBar closeCalls() {
        return firmness(Firmness.Level.CLOSE);
    }

    private ChartBar firmness(Firmness.Level level) {
        return firmness.stream()
                .filter(bar -> bar.code().equals(level.toString()))
                .findFirst()
                .orElseThrow();
    }

    /** The tracks that are recommended first most often; several if they have the same number of cases. */
    public List<ChartBar> leadingTracks() {
        long highest =
                firstTracks.stream().mapToLong(bar -> bar.cases().count()).max().orElse(0);
        return firstTracks.stream()
                .filter(bar -> bar.cases().count() == highest)
                .toList();
    }
}
