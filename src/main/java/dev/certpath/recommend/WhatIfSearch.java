package dev.certpath.recommend;

import dev.certpath.guide.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Searches for the smallest change of answers that puts a track first. Sets of questions are tried by size and then in
 * order, and the answers of each set in order, so that the first of several equally small changes is returned.
 */
final class WhatIfSearch {

    private final AnswerSpace space;
    private final ScoreTable scores;
    private final List<List<int[]>> questionSetsBySize;

    WhatIfSearch(AnswerSpace space, ScoreTable scores) {
        this.space = space;
        this.scores = scores;
        this.questionSetsBySize = IntStream.rangeClosed(1, space.questionCount())
                .mapToObj(size -> questionSets(size, 0))
                .toList();
    }

    /** Returns the combination that results from the smallest change; empty if no change puts the track first. */
    Optional<Integer> findSmallestChange(int combination, Track track) {
        for (List<int[]> questionSets : questionSetsBySize) {
            var search = new Search(combination, track.position());
            questionSets.forEach(questions -> search.change(combination, questions, 0, 0));
            if (search.best != null) {
                return Optional.of(search.best);
            }
        }
        return Optional.empty();
    }

    /** The positions of the questions whose answers differ between two combinations. */
    List<Integer> changedQuestions(int combination, int changedCombination) {
        var changed = new ArrayList<Integer>();
        for (int question = 0; question < space.questionCount(); question++) {
            if (space.answerIndexAt(combination, question) != space.answerIndexAt(changedCombination, question)) {
                changed.add(question);
            }
        }
        return changed;
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
        private @Nullable Integer best;
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
            for (int answerIndex : space.changes(start, question)) {
                int total = changedOptions + countChangedOptions(question, answerIndex);
                change(space.withAnswer(changedCombination, question, answerIndex), questions, from + 1, total);
            }
        }

        private void keepIfBetter(int changedCombination, int changedOptions) {
            if (changedOptions < fewestChangedOptions && scores.firstTrack(changedCombination) == track) {
                best = changedCombination;
                fewestChangedOptions = changedOptions;
            }
        }

        /** The number of changed options if several can be chosen; otherwise 0, because all changes count the same. */
        private int countChangedOptions(int question, int answerIndex) {
            var before = space.answer(question, space.answerIndexAt(start, question));
            var after = space.answer(question, answerIndex);
            return switch (before.question().kind()) {
                case ANY_OF -> Integer.bitCount(before.chosen() ^ after.chosen());
                case ONE_OF, LEVEL -> 0;
            };
        }
    }
}
