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
 * The points of every track for every combination of answers. A rule depends on at most one question, so points are
 * stored per answer and a total is one addition per question.
 */
final class ScoreTable {

    private final AnswerSpace space;
    private final List<Track> tracks;
    private final List<Question> tieBreak;
    private final int[] unconditionalPoints;
    private final int[][][] answerPoints;
    private final byte[] firstTracks;

    ScoreTable(Guide guide, AnswerSpace space) {
        this.space = space;
        this.tracks = guide.tracks();
        this.tieBreak = guide.tieBreak();
        this.unconditionalPoints = new int[tracks.size()];
        this.answerPoints = IntStream.range(0, space.questionCount())
                .mapToObj(question -> new int[space.answerCount(question)][tracks.size()])
                .toArray(int[][][]::new);
        guide.rules().forEach(this::addRule);
        this.firstTracks = new byte[space.size()];
        for (int combination = 0; combination < firstTracks.length; combination++) {
            firstTracks[combination] = (byte) ranking(combination).get(0).position();
        }
    }

    /** The total points of a track. */
    int total(int combination, Track track) {
        int total = unconditionalPoints[track.position()];
        for (int question = 0; question < answerPoints.length; question++) {
            total += pointsOf(combination, question, track);
        }
        return total;
    }

    /** The points that a track gets from the answer to one question. */
    int pointsOf(int combination, int question, Track track) {
        return answerPoints[question][space.answerIndexAt(combination, question)][track.position()];
    }

    /** All tracks, best first. */
    List<Track> ranking(int combination) {
        return tracks.stream()
                .sorted((one, other) -> compare(combination, one, other))
                .toList();
    }

    /** The position of the track that ranks first. */
    int firstTrack(int combination) {
        return firstTracks[combination];
    }

    /** For two tracks with equal totals: the question whose points decide their order; empty if none does. */
    Optional<Question> decidingQuestion(int combination, Track one, Track other) {
        return tieBreak.stream()
                .filter(question -> pointsOf(combination, question.position(), one)
                        != pointsOf(combination, question.position(), other))
                .findFirst();
    }

    private int compare(int combination, Track one, Track other) {
        int lead = total(combination, other) - total(combination, one);
        if (lead != 0) {
            return lead;
        }
        return decidingQuestion(combination, one, other)
                .map(question -> pointsOf(combination, question.position(), other)
                        - pointsOf(combination, question.position(), one))
                .orElse(one.position() - other.position());
    }

    private void addRule(Rule rule) {
        int track = rule.track().position();
        if (rule.condition() instanceof Condition.AnyOptionChosen chosen) {
            int question = chosen.question().position();
            for (int answerIndex = 0; answerIndex < space.answerCount(question); answerIndex++) {
                if (chosen.appliesTo(space.answer(question, answerIndex))) {
                    answerPoints[question][answerIndex][track] += rule.points();
                }
            }
        } else {
            unconditionalPoints[track] += rule.points();
        }
    }
}
