package dev.certpath.recommend;

import dev.certpath.guide.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the tracks that can rank first while some answers are unknown, and the question worth answering next. */
final class UnknownAnswerOutcomes {

    private final AnswerSpace space;

    /** For each combination, the positions of the tracks that can rank first, as bits. */
    private final int[] possibleFirsts;

    UnknownAnswerOutcomes(AnswerSpace space, FirstTracks firstTracks) {
        this.space = space;
        this.possibleFirsts = new int[space.size()];
        for (int combination = 0; combination < possibleFirsts.length; combination++) {
            possibleFirsts[combination] = 1 << firstTracks.of(combination);
        }
        for (int question = 0; question < space.questionCount(); question++) {
            completeAnswersTo(question);
        }
    }

    /** The questions whose answers are not known, in order. */
    List<Question> unknownQuestions(int combination) {
        var unknown = new ArrayList<Question>();
        for (int question = 0; question < space.questionCount(); question++) {
            var answer = space.answer(question, space.answerIndexAt(combination, question));
            if (!answer.isKnown()) {
                unknown.add(answer.question());
            }
        }
        return unknown;
    }

    /** The positions of the tracks that rank first for some values of the unknown answers, as bits. */
    int possibleFirsts(int combination) {
        return possibleFirsts[combination];
    }

    /**
     * The unknown question whose answer leaves the fewest possible first tracks, averaged over its known answers; the
     * earlier question if equal. Empty if only one first track is possible.
     */
    Optional<Question> mostInformativeQuestion(int combination, List<Question> unknownQuestions) {
        if (countPossibleFirsts(combination) == 1) {
            return Optional.empty();
        }
        Question best = null;
        long bestSum = 0;
        long bestCount = 1;
        for (Question question : unknownQuestions) {
            long sum = 0;
            int[] completions = space.completions(combination, question.position());
            for (int answerIndex : completions) {
                sum += countPossibleFirsts(space.withAnswer(combination, question.position(), answerIndex));
            }
            // Compares the averages sum / length < bestSum / bestCount without division.
            if (best == null || sum * bestCount < bestSum * completions.length) {
                best = question;
                bestSum = sum;
                bestCount = completions.length;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Adds to combinations without an answer to a question what is possible with each known answer to it. */
    private void completeAnswersTo(int question) {
        for (int combination = 0; combination < possibleFirsts.length; combination++) {
            for (int answerIndex : space.completions(combination, question)) {
                possibleFirsts[combination] |= possibleFirsts[space.withAnswer(combination, question, answerIndex)];
            }
        }
    }

    private int countPossibleFirsts(int combination) {
        return Integer.bitCount(possibleFirsts[combination]);
    }
}
