package dev.certpath.recommend;

import dev.certpath.guide.Rule;
import dev.certpath.recommend.Recommendation.Answered;
import dev.certpath.recommend.Recommendation.Reason;
import dev.certpath.recommend.Recommendation.TrackName;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The sum behind a recommendation, laid out to be read: a line for each answer that counted, one column a track.
 *
 * @param tracks the columns
 * @param lines what counted
 * @param countedForNone what was said and counted for no track, as statements
 * @param notSaid the short names of the questions answered with "I do not know"
 * @param totals the points of each track, in the order of the columns
 */
public record PointsBreakdown(
        List<TrackName> tracks,
        List<Line> lines,
        List<String> countedForNone,
        List<String> notSaid,
        List<Integer> totals) {

    /**
     * A line of the receipt.
     *
     * @param words what it is for
     * @param bases what it rests on: parts of the guide, or our decision
     * @param forEveryone whether it counts whatever was answered
     * @param points the points for each track, in the order of the columns; 0 for none
     */
    public record Line(String words, List<String> bases, boolean forEveryone, List<Integer> points) {

        /** The parts of the guide it rests on. */
        public List<String> guideBases() {
            return bases.stream()
                    .filter(basis -> !basis.equals(Rule.OUR_DECISION))
                    .toList();
        }

        /** Whether some of it is our decision, which the guide does not state itself. */
        public boolean ours() {
            return bases.contains(Rule.OUR_DECISION);
        }
    }

    /** The points of the track that has the most. */
    public int most() {
        return totals.stream().max(Integer::compare).orElse(0);
    }

    /** Lays out the sum behind a recommendation. */
    public static PointsBreakdown of(Recommendation recommendation) {
        var lines = new ArrayList<Line>();
        var countedForNone = new ArrayList<String>();
        for (Answered answer : recommendation.answered()) {
            var fired = reasons(recommendation, reason -> answer.question().equals(reason.question()));
            if (!fired.isEmpty()) {
                lines.add(line(answer.statement(), fired, false, recommendation));
            } else if (answer.known()) {
                countedForNone.add(answer.statement());
            }
        }
        for (Reason reason : reasons(recommendation, reason -> reason.question() == null)) {
            lines.add(line(reason.receipt(), List.of(reason), true, recommendation));
        }
        return new PointsBreakdown(
                recommendation.tracks(),
                List.copyOf(lines),
                List.copyOf(countedForNone),
                recommendation.answered().stream()
                        .filter(answer -> !answer.known())
                        .map(Answered::label)
                        .toList(),
                recommendation.tracks().stream()
                        .map(track -> recommendation.ranked(track.code()).points())
                        .toList());
    }

    private static Line line(String words, List<Reason> reasons, boolean forEveryone, Recommendation recommendation) {
        return new Line(
                words,
                reasons.stream().map(Reason::basis).distinct().toList(),
                forEveryone,
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

    private static List<Reason> reasons(Recommendation recommendation, Predicate<Reason> wanted) {
        return recommendation.tracks().stream()
                .flatMap(track -> recommendation.ranked(track.code()).reasons().stream())
                .filter(wanted)
                .toList();
    }
}
