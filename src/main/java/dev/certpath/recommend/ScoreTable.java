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
 * The points of every track. A rule depends on at most one question, so points are stored per answer and a total is one
 * addition per question.
 */
final class ScoreTable {

    private final AnswerSpace space;
    private final List<Track> tracks;
    private final List<Question> tieBreak;
    private final int[] unconditionalPoints;
    private final int[][][] answerPoints;

    ScoreTable(Guide guide, AnswerSpace space) {
        this.space = space;
        this.tracks = guide.tracks();
        this.tieBreak = guide.tieBreak();
        this.unconditionalPoints = new int[tracks.size()];
        this.answerPoints = IntStream.range(0, space.questionCount())
                .mapToObj(question -> new int[space.answerCount(question)][tracks.size()])
                .toArray(int[][][]::new);
        guide.rules().forEach(this::addRule);
    }

    /** The total points of all tracks, by position, for the indexes of the answers. */
    int[] totals(int[] answerIndexes) {
        var totals = unconditionalPoints.clone();
        for (int question = 0; question < answerPoints.length; question++) {
            int[] points = answerPoints[question][answerIndexes[question]];
            for (int track = 0; track < totals.length; track++) {
                totals[track] += points[track];
            }
        }
        return totals;
    }

    /** All tracks, best first, for the indexes of the answers and the totals. */
    List<Track> ranking(int[] answerIndexes, int[] totals) {
        var ranking = tracks.toArray(Track[]::new);
        for (int sorted = 1; sorted < ranking.length; sorted++) {
            for (int place = sorted;
                    place > 0 && ranksBefore(answerIndexes, totals, ranking[place], ranking[place - 1]);
                    place--) {
                var better = ranking[place];
                ranking[place] = ranking[place - 1];
                ranking[place - 1] = better;
            }
        }
        return List.of(ranking);
    }

    /** The position of the track that ranks first, for the indexes of the answers. */
    int findFirst(int[] answerIndexes) {
        var totals = totals(answerIndexes);
        var first = tracks.get(0);
        for (Track track : tracks) {
            if (ranksBefore(answerIndexes, totals, track, first)) {
                first = track;
            }
        }
        return first.position();
    }

    /** For two tracks with equal totals: the question whose points decide their order; empty if none does. */
    Optional<Question> decidingQuestion(int[] answerIndexes, Track one, Track other) {
        for (Question question : tieBreak) {
            if (pointsOf(answerIndexes, question, one) != pointsOf(answerIndexes, question, other)) {
                return Optional.of(question);
            }
        }
        return Optional.empty();
    }

    private boolean ranksBefore(int[] answerIndexes, int[] totals, Track one, Track other) {
        int lead = totals[one.position()] - totals[other.position()];
        if (lead != 0) {
            return lead > 0;
        }
        return decidingQuestion(answerIndexes, one, other)
                .map(question -> pointsOf(answerIndexes, question, one) > pointsOf(answerIndexes, question, other))
                .orElse(one.position() < other.position());
    }

    /** The points that a track gets from the answer to one question. */
    private int pointsOf(int[] answerIndexes, Question question, Track track) {
        int answerIndex = answerIndexes[question.position()];
        return answerPoints[question.position()][answerIndex][track.position()];
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
