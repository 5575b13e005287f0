package dev.certpath.recommend;

import dev.certpath.recommend.Recommendation.Answered;
import dev.certpath.recommend.Recommendation.Reason;
import dev.certpath.recommend.Recommendation.TrackName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The points behind two recommendations in one table, with one row per answer and one column per track. An answer with its
 * points is one row where both have it; otherwise there is a row for each.
 *
 * @param tracks the tracks, one per column
 * @param rows the answers and the unconditional rules
 * @param before the total points of each track before the change, in the order of the columns
 * @param after the total points of each track after the change, in the order of the columns
 */
public record PointsComparison(List<TrackName> tracks, List<Row> rows, List<Integer> before, List<Integer> after) {

    /** Which of the two recommendations a row belongs to. */
    public enum Side {
        BOTH,
        BEFORE,
        AFTER;

        /** Whether the row is the same in both. */
        public boolean isBoth() {
            return this == BOTH;
        }

        /** Whether the row is one of the recommendation before the change only. */
        public boolean isBefore() {
            return this == BEFORE;
        }
    }

    /**
     * A row of the table.
     *
     * @param side which of the two recommendations it belongs to
     * @param known whether the answer is known; the label of its row is that of the question otherwise
     * @param points the answer with its points, none of them if no rule applied
     */
    public record Row(Side side, boolean known, PointsBreakdown.Row points) {

        /** Whether any track has points from it. */
        public boolean counts() {
            return points.points().stream().anyMatch(count -> count != 0);
        }
    }

    /** What makes two rows of the same question the same. */
    private record Line(boolean known, PointsBreakdown.Row points) {}

    /** The highest total of any track in either recommendation. */
    public int highestTotal() {
        return Stream.concat(before.stream(), after.stream())
                .max(Integer::compare)
                .orElse(0);
    }

    /** Compares the points behind two recommendations, possibly by different editions of the guide. */
    public static PointsComparison of(Recommendation before, Recommendation after) {
        var tracks = Stream.of(after, before)
                .flatMap(recommendation -> recommendation.tracks().stream())
                .collect(
                        Collectors.toMap(TrackName::code, Function.identity(), (one, same) -> one, LinkedHashMap::new));
        var columns = List.copyOf(tracks.values());
        return new PointsComparison(
                columns,
                rows(lines(before, columns), lines(after, columns)),
                totals(before, columns),
                totals(after, columns));
    }

    private static List<Row> rows(Map<String, Line> before, Map<String, Line> after) {
        var rows = new ArrayList<Row>();
        Stream.of(after, before)
                .flatMap(lines -> lines.keySet().stream())
                .distinct()
                .forEach(key -> addRows(before.get(key), after.get(key), rows));
        return List.copyOf(rows);
    }

    private static void addRows(@Nullable Line before, @Nullable Line after, List<Row> rows) {
        if (before != null && before.equals(after)) {
            rows.add(new Row(Side.BOTH, before.known, before.points));
            return;
        }
        if (before != null) {
            rows.add(new Row(Side.BEFORE, before.known, before.points));
        }
        if (after != null) {
            rows.add(new Row(Side.AFTER, after.known, after.points));
        }
    }

    /** The lines of one recommendation, by the name of the question in JSON or the code of the unconditional rule. */
    private static Map<String, Line> lines(Recommendation recommendation, List<TrackName> columns) {
        var lines = new LinkedHashMap<String, Line>();
        for (Answered answer : recommendation.answered()) {
            var reasons = reasons(recommendation)
                    .filter(reason -> answer.question().equals(reason.question()))
                    .toList();
            var label = answer.known() ? answer.statement() : answer.label();
            lines.put(answer.question(), new Line(answer.known(), row(label, reasons, recommendation, columns)));
        }
        reasons(recommendation)
                .filter(reason -> reason.question() == null)
                .forEach(reason -> lines.put(
                        "rule " + reason.rule(),
                        new Line(true, row(reason.receipt(), List.of(reason), recommendation, columns))));
        return lines;
    }

    private static PointsBreakdown.Row row(
            String label, List<Reason> reasons, Recommendation recommendation, List<TrackName> columns) {
        return new PointsBreakdown.Row(
                label,
                reasons.stream().map(Reason::basis).distinct().toList(),
                reasons.stream().anyMatch(reason -> reason.question() == null),
                columns.stream()
                        .map(track -> ranked(recommendation, track)
                                .flatMap(ranked -> ranked.reasons().stream())
                                .filter(reasons::contains)
                                .mapToInt(Reason::points)
                                .sum())
                        .toList());
    }

    private static List<Integer> totals(Recommendation recommendation, List<TrackName> columns) {
        return columns.stream()
                .map(track -> ranked(recommendation, track)
                        .mapToInt(Recommendation.Ranked::points)
                        .sum())
                .toList();
    }

    /** The points of a track; none if the edition of the guide did not have it. */
    private static Stream<Recommendation.Ranked> ranked(Recommendation recommendation, TrackName track) {
        return recommendation.ranking().stream().filter(ranked -> ranked.track().equals(track.code()));
    }

    private static Stream<Reason> reasons(Recommendation recommendation) {
        return recommendation.tracks().stream()
                .flatMap(track -> recommendation.ranked(track.code()).reasons().stream());
    }
}
