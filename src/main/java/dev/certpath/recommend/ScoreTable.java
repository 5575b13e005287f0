package dev.certpath.recommend;

import dev.certpath.guide.Condition;
import dev.certpath.guide.Guide;
import dev.certpath.guide.Question;
import dev.certpath.guide.Rule;
import dev.certpath.guide.Track;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The points of every track for every combination of answers. A rule looks at one question at most, so the points of an
 * answer are known once and for all, and a total is one addition a question.
 */
final class ScoreTable {

    private final AnswerSpace space;
    private final List<Track> tracks;
    private final List<Question> tieBreak;
    private final int[] forEveryone;
    private final int[][][] pointsOfAnswers;
    private final byte[] firsts;

    ScoreTable(Guide guide, AnswerSpace space) {
        this.space = space;
        this.tracks = guide.tracks();
        this.tieBreak = guide.tieBreak();
        this.forEveryone = new int[tracks.size()];
        this.pointsOfAnswers = IntStream.range(0, space.questions())
                .mapToObj(question -> new int[space.answersTo(question)][tracks.size()])
                .toArray(int[][][]::new);
        guide.rules().forEach(this::enter);
        this.firsts = new byte[space.size()];
        for (int index = 0; index < firsts.length; index++) {
            firsts[index] = (byte) ranking(index).get(0).position();
        }
    }

    /** The points of a track, in total. */
    int total(int index, Track track) {
        int total = forEveryone[track.position()];
        for (int question = 0; question < pointsOfAnswers.length; question++) {
            total += pointsOf(index, question, track);
        }
        return total;
    }

    /** The points of a track from the answer to one question. */
    int pointsOf(int index, int question, Track track) {
        return pointsOfAnswers[question][space.placeAt(index, question)][track.position()];
    }

    /** All tracks, best first. */
    List<Track> ranking(int index) {
        return tracks.stream()
                .sorted((one, other) -> compare(index, one, other))
                .toList();
    }

    /** The position of the track that comes first. */
    int first(int index) {
        return firsts[index];
    }

    /** Of two tracks with equal points: the question whose points put the first one before the other, if one does. */
    Optional<Question> decider(int index, Track one, Track other) {
        return tieBreak.stream()
                .filter(question ->
                        pointsOf(index, question.position(), one) != pointsOf(index, question.position(), other))
                .findFirst();
    }

    private int compare(int index, Track one, Track other) {
        int lead = total(index, other) - total(index, one);
        if (lead != 0) {
            return lead;
        }
        return decider(index, one, other)
                .map(question ->
                        pointsOf(index, question.position(), other) - pointsOf(index, question.position(), one))
                .orElse(one.position() - other.position());
    }

    private void enter(Rule rule) {
        int track = rule.track().position();
        if (rule.when() instanceof Condition.Chosen chosen) {
            int question = chosen.question().position();
            for (int place = 0; place < space.answersTo(question); place++) {
                if (chosen.holds(space.answer(question, place))) {
                    pointsOfAnswers[question][place][track] += rule.points();
                }
            }
        } else {
            forEveryone[track] += rule.points();
        }
    }
}
