package dev.certpath.recommend;

import dev.certpath.guide.Rule;
import dev.certpath.recommend.Recommendation.Answered;
import dev.certpath.recommend.Recommendation.Reason;
import dev.certpath.recommend.Recommendation.TrackName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The points behind a recommendation as a table (the "receipt" on the page), with one row per answer that scored points
 * and one column per track.
 *
 * @param tracks the tracks, one per column
 * @param rows the answers and unconditional rules that scored points
 * @param answersWithoutPoints the known answers that scored no points, as statements
 * @param unknownAnswers the labels of the questions answered with "I do not know"
 * @param totals the total points of each track, in the order of the columns
 */
public record PointsBreakdown(
        List<TrackName> tracks,
        List<Row> rows,
        List<String> answersWithoutPoints,
        List<String> unknownAnswers,
        List<Integer> totals) {

    /**
     * A row of the table.
     *
     * @param label the statement of the answer, or the text of the unconditional rule
     * @param bases the parts of the published guide that the points are based on, or {@link Rule#OUR_DECISION}
     * @param unconditional whether the points do not depend on any answer
     * @param points the points for each track, in the order of the columns
     */
    public record Row(String label, List<String> bases, boolean unconditional, List<Integer> points) {

        /** The parts of the published guide that the points are based on. */
        public List<String> guideBases() {
            return bases.stream()
                    .filter(basis -> !basis.equals(Rule.OUR_DECISION))
                    .toList();
        }

        /** Whether some of the points are our decision rather than stated in the published guide. */
        public boolean includesOurDecision() {
            return bases.contains(Rule.OUR_DECISION);
        }
    }

    /** The highest total of any track. */
    public int highestTotal() {
        return totals.stream().max(Integer::compare).orElse(0);
    }

    /** Creates the table for a recommendation. */
    public static PointsBreakdown of(Recommendation recommendation) {
        var rows = new ArrayList<Row>();
        var answersWithoutPoints = new ArrayList<String>();
        for (Answered answer : recommendation.answered()) {
            var applied = reasons(recommendation, reason -> answer.question().equals(reason.question()));
            if (!applied.isEmpty()) {
                rows.add(row(answer.statement(), applied, false, recommendation));
            } else if (answer.known()) {
                answersWithoutPoints.add(answer.statement());
            }
        }
        for (Reason reason : reasons(recommendation, reason -> reason.question() == null)) {
            rows.add(row(reason.receipt(), List.of(reason), true, recommendation));
        }
        return new PointsBreakdown(
                recommendation.tracks(),
                List.copyOf(rows),
                List.copyOf(answersWithoutPoints),
                recommendation.answered().stream()
                        .filter(answer -> !answer.known())
                        .map(Answered::label)
                        .toList(),
                recommendation.tracks().stream()
                        .map(track -> recommendation.ranked(track.code()).points())
                        .toList());
    }

    private static Row row(String label, List<Reason> reasons, boolean unconditional, Recommendation recommendation) {
        return new Row(
                label,
                reasons.stream().map(Reason::basis).distinct().toList(),
                unconditional,
                recommendation.tracks().stream()
                        .map(track -> points(recommendation, track, reasons))
                        .toList());
    }

    private static int points(Recommendation recommendation, TrackName track, List<Reason> reasons) {
        return recommendation.ranked(track.code()).reasons().stream()
                .filter(reasons::contains)
                .mapToInt(Reason::points)
                .sum();
    }

    private static List<Reason> reasons(Recommendation recommendation, Predicate<Reason> filter) {
        return recommendation.tracks().stream()
                .flatMap(track -> recommendation.ranked(track.code()).reasons().stream())
                .filter(filter)
                .toList();
    }
}
