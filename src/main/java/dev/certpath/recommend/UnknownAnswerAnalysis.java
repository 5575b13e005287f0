package dev.certpath.recommend;

import dev.certpath.guide.Answer;
import dev.certpath.guide.Question;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds the tracks that can rank first while some answers are unknown, and the question worth answering next. */
final class UnknownAnswerAnalysis {

    private final AnswerSpace space;
    private final ScoreTable scores;

    UnknownAnswerAnalysis(AnswerSpace space, ScoreTable scores) {
        this.space = space;
        this.scores = scores;
    }

    /** The questions whose answers are not known, in order. */
    List<Question> unknownQuestions(int combination) {
        return IntStream.range(0, space.questionCount())
                .mapToObj(question -> space.answer(question, space.answerIndexAt(combination, question)))
                .filter(answer -> !answer.isKnown())
                .map(Answer::question)
                .toList();
    }

    /** The positions of the tracks that rank first for some values of the unknown answers. */
    BitSet possibleFirsts(int combination) {
        var firsts = new BitSet();
        var combinations = List.of(combination);
        for (int question = 0; question < space.questionCount(); question++) {
            combinations = complete(combinations, question);
        }
        combinations.forEach(completion -> firsts.set(scores.firstTrack(completion)));
        return firsts;
    }

    /**
     * The unknown question whose answer leaves the fewest possible first tracks, averaged over its known answers; the
     * earlier question if equal. Empty if only one first track is possible.
     */
    Optional<Question> mostInformativeQuestion(int combination) {
        if (possibleFirsts(combination).cardinality() == 1) {
            return Optional.empty();
        }
        Question best = null;
        long bestSum = 0;
        long bestCount = 1;
        for (Question question : unknownQuestions(combination)) {
            int[] answerIndexes = space.completions(combination, question.position());
            long sum = IntStream.of(answerIndexes)
                    .map(answerIndex -> possibleFirsts(space.withAnswer(combination, question.position(), answerIndex))
                            .cardinality())
                    .sum();
            // Compares the averages sum / length < bestSum / bestCount without division.
            if (best == null || sum * bestCount < bestSum * answerIndexes.length) {
                best = question;
                bestSum = sum;
                bestCount = answerIndexes.length;
            }
        }
        return Optional.ofNullable(best);
    }

    private List<Integer> complete(List<Integer> combinations, int question) {
        var completed = new ArrayList<Integer>();
        for (int combination : combinations) {
            for (int answerIndex : space.completions(combination, question)) {
                completed.add(space.withAnswer(combination, question, answerIndex));
            }
        }
        return completed;
    }
}
