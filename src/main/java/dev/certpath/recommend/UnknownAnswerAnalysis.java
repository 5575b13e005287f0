package dev.certpath.recommend;

import dev.certpath.guide.Answer;
import dev.certpath.guide.Question;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What is still possible when some answers are not known, and which of them is worth finding out. */
final class UnknownAnswerAnalysis {

    private final AnswerSpace space;
    private final ScoreTable scoreboard;

    UnknownAnswerAnalysis(AnswerSpace space, ScoreTable scoreboard) {
        this.space = space;
        this.scoreboard = scoreboard;
    }

    /** The questions whose answers are not known, in their order. */
    List<Question> unknown(int here) {
        return IntStream.range(0, space.questions())
                .mapToObj(question -> space.answer(question, space.placeAt(here, question)))
                .filter(answer -> !answer.isKnown())
                .map(Answer::question)
                .toList();
    }

    /** The positions of every track that comes first when what is not known turns out one way or another. */
    BitSet possibleFirsts(int here) {
        var firsts = new BitSet();
        var indexes = List.of(here);
        for (int question = 0; question < space.questions(); question++) {
            indexes = completed(indexes, question);
        }
        indexes.forEach(index -> firsts.set(scoreboard.first(index)));
        return firsts;
    }

    /**
     * The question not known whose answer leaves the fewest possible firsts, on average over its known answers; the
     * earlier one of equals. Empty where only one first is possible anyhow.
     */
    Optional<Question> worthFindingOut(int here) {
        if (possibleFirsts(here).cardinality() == 1) {
            return Optional.empty();
        }
        Question best = null;
        long leastLeft = 0;
        long answersThere = 1;
        for (Question question : unknown(here)) {
            int[] places = space.completions(here, question.position());
            long left = IntStream.of(places)
                    .map(place -> possibleFirsts(space.with(here, question.position(), place))
                            .cardinality())
                    .sum();
            // Averages are compared as fractions: left / places < leastLeft / answersThere.
            if (best == null || left * answersThere < leastLeft * places.length) {
                best = question;
                leastLeft = left;
                answersThere = places.length;
            }
        }
        return Optional.ofNullable(best);
    }

    private List<Integer> completed(List<Integer> indexes, int question) {
        var completed = new ArrayList<Integer>();
        for (int index : indexes) {
            for (int place : space.completions(index, question)) {
                completed.add(space.with(index, question, place));
            }
        }
        return completed;
    }
}
