package dev.certpath.recommend;

import dev.certpath.guide.Track;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the smallest change of answers that puts a track first. Sets of questions are tried from small to large and
 * in their order, and within each set the answers in theirs, so among equally good changes the first one found stays.
 */
final class WhatIfSearch {

    private final AnswerSpace space;
    private final ScoreTable scoreboard;
    private final List<List<int[]>> questionSetsBySize;

    WhatIfSearch(AnswerSpace space, ScoreTable scoreboard) {
        this.space = space;
        this.scoreboard = scoreboard;
        this.questionSetsBySize = IntStream.rangeClosed(1, space.questions())
                .mapToObj(size -> questionSets(size, 0))
                .toList();
    }

    /** The number of the combination that the smallest change leads to; empty where none puts that track first. */
    Optional<Integer> smallest(int here, Track track) {
        for (List<int[]> questionSets : questionSetsBySize) {
            var search = new Search(here, track.position());
            questionSets.forEach(questions -> search.change(here, questions, 0, 0));
            if (search.best != null) {
                return Optional.of(search.best);
            }
        }
        return Optional.empty();
    }

    /** The questions that two combinations answer differently, in their order. */
    List<Integer> changed(int here, int there) {
        var changed = new ArrayList<Integer>();
        for (int question = 0; question < space.questions(); question++) {
            if (space.placeAt(here, question) != space.placeAt(there, question)) {
                changed.add(question);
            }
        }
        return changed;
    }

    /** All sets of so many questions from this one on, in the order of the questions. */
    private List<int[]> questionSets(int size, int from) {
        if (size == 0) {
            return List.of(new int[0]);
        }
        return IntStream.rangeClosed(from, space.questions() - size)
                .boxed()
                .flatMap(question -> questionSets(size - 1, question + 1).stream()
                        .map(others -> IntStream.concat(IntStream.of(question), IntStream.of(others))
                                .toArray()))
                .toList();
    }

    /** One search among all changes of a given number of questions. */
    private final class Search {
        private final int here;
        private final int track;
        private @Nullable Integer best;
        private int fewestOptions = Integer.MAX_VALUE;

        private Search(int here, int track) {
            this.here = here;
            this.track = track;
        }

        /** Changes these questions from that place on, each in every way, and keeps the best. */
        private void change(int index, int[] questions, int from, int options) {
            if (from == questions.length) {
                keepIfBetter(index, options);
                return;
            }
            int question = questions[from];
            for (int place : space.changes(here, question)) {
                int changedOptions = options + optionsChanged(question, place);
                change(space.with(index, question, place), questions, from + 1, changedOptions);
            }
        }

        private void keepIfBetter(int index, int options) {
            if (options < fewestOptions && scoreboard.first(index) == track) {
                best = index;
                fewestOptions = options;
            }
        }

        /** How many options differ, where several can be chosen; elsewhere a change is a change. */
        private int optionsChanged(int question, int place) {
            var before = space.answer(question, space.placeAt(here, question));
            var after = space.answer(question, place);
            return switch (before.question().kind()) {
                case ANY_OF -> Integer.bitCount(before.chosen() ^ after.chosen());
                case ONE_OF, LEVEL -> 0;
            };
        }
    }
}
