package dev.certpath.recommend;

import dev.certpath.guide.Track;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Searches for the smallest change of answers that puts a track first. Sets of questions are tried by size and then in
 * order, and the answers of each set in order, so that the first of several equally small changes is returned.
 */
final class WhatIfSearch {

    private static final int NONE = -1;

    private final AnswerSpace space;
    private final FirstTracks firstTracks;
    private final int trackCount;
    private final List<List<int[]>> questionSetsBySize;

    WhatIfSearch(AnswerSpace space, FirstTracks firstTracks, int trackCount) {
        this.space = space;
        this.firstTracks = firstTracks;
        this.trackCount = trackCount;
        this.questionSetsBySize = IntStream.rangeClosed(2, space.questionCount())
                .mapToObj(size -> questionSets(size, 0))
                .toList();
    }

    /** Tries all changes of one answer. Almost all tracks are put first by one of them. */
    AnswerChanges changeOneAnswer(int combination, int[] answerIndexes) {
        var changes = new AnswerChanges(firstTracks.of(combination), trackCount);
        for (int question = 0; question < answerIndexes.length; question++) {
            int before = answerIndexes[question];
            for (int after : space.changes(question, before)) {
                int changedCombination = combination + (after - before) * space.stride(question);
                changes.add(
                        question,
                        space.countChangedOptions(question, before, after),
                        changedCombination,
                        firstTracks.of(changedCombination));
            }
        }
        return changes;
    }

    /** Returns the combination after the smallest change of several answers; empty if none puts the track first. */
    OptionalInt changeSeveralAnswers(int combination, Track track) {
        for (List<int[]> questionSets : questionSetsBySize) {
            var search = new Search(combination, track.position());
            questionSets.forEach(questions -> search.change(combination, questions, 0, 0));
            if (search.best != NONE) {
                return OptionalInt.of(search.best);
            }
        }
        return OptionalInt.empty();
    }

    /** All sets of questions of this size that start at or after a position, in order. */
    private List<int[]> questionSets(int size, int from) {
        if (size == 0) {
            return List.of(new int[0]);
        }
        return IntStream.rangeClosed(from, space.questionCount() - size)
                .boxed()
                .flatMap(question -> questionSets(size - 1, question + 1).stream()
                        .map(others -> IntStream.concat(IntStream.of(question), IntStream.of(others))
                                .toArray()))
                .toList();
    }

    /** A search among all changes of a set of questions. */
    private final class Search {
        private final int start;
        private final int track;
        private int best = NONE;
        private int fewestChangedOptions = Integer.MAX_VALUE;

        private Search(int start, int track) {
            this.start = start;
            this.track = track;
        }

        /** Tries all changes of the remaining questions and keeps the best. */
        private void change(int changedCombination, int[] questions, int from, int changedOptions) {
            if (from == questions.length) {
                keepIfBetter(changedCombination, changedOptions);
                return;
            }
            int question = questions[from];
            int before = space.answerIndexAt(start, question);
            for (int after : space.changes(question, before)) {
                change(
                        changedCombination + (after - before) * space.stride(question),
                        questions,
                        from + 1,
                        changedOptions + space.countChangedOptions(question, before, after));
            }
        }

        private void keepIfBetter(int changedCombination, int changedOptions) {
            if (changedOptions < fewestChangedOptions && firstTracks.of(changedCombination) == track) {
                best = changedCombination;
                fewestChangedOptions = changedOptions;
            }
        }
    }
}
