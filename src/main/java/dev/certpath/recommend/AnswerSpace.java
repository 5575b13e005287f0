package dev.certpath.recommend;

import dev.certpath.guide.Answer;
import dev.certpath.guide.Answers;
import dev.certpath.guide.Guide;
import dev.certpath.guide.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * All combinations of answers to the questions of a guide, numbered from 0. The answers to each question are numbered
 * too; the number of a combination is a mixed-radix number with the index of one answer per digit, so that changing an
 * answer is an addition.
 */
public final class AnswerSpace {

    private final List<List<Answer>> answers;
    private final List<Map<Integer, Integer>> answerIndexes;
    private final int[] strides;
    private final int[][][] changes;

    /** For each question for which several options can be chosen: the options of each answer, as bits. */
    private final int[][] severalOptions;

    private final int[][][] completions;
    private final int size;

    /** Numbers all combinations of answers to the questions of a guide. */
    public AnswerSpace(Guide guide) {
        answers = guide.questions().stream().map(Question::allAnswers).toList();
        answerIndexes = answers.stream().map(AnswerSpace::answerIndexesOf).toList();
        strides = new int[answers.size()];
        int combinations = 1;
        for (int question = answers.size() - 1; question >= 0; question--) {
            strides[question] = combinations;
            combinations *= answers.get(question).size();
        }
        size = combinations;
        severalOptions = guide.questions().stream()
                .map(question -> question.kind() == Question.Kind.ANY_OF
                        ? question.allAnswers().stream()
                                .mapToInt(Answer::chosen)
                                .toArray()
                        : new int[0])
                .toArray(int[][]::new);
        changes = transitionTable((before, after) -> isPossible(after) && canChange(before, after));
        completions = transitionTable((before, after) -> before.isKnown() ? before.equals(after) : isPossible(after));
    }

    /** The number of combinations. */
    public int size() {
        return size;
    }

    /**
     * Returns the number of a combination.
     *
     * @throws IllegalArgumentException if the answers belong to a different guide
     */
    public int indexOf(Answers given) {
        int combination = 0;
        for (int question = 0; question < strides.length; question++) {
            Integer answerIndex =
                    answerIndexes.get(question).get(given.all().get(question).chosen());
            if (answerIndex == null) {
                throw new IllegalArgumentException("Not an answer to this guide: " + given.codes());
            }
            combination += answerIndex * strides[question];
        }
        return combination;
    }

    /** Returns the combination with this number, from 0 to {@link #size()} - 1. */
    public Answers answersAt(int combination) {
        return new Answers(IntStream.range(0, strides.length)
                .mapToObj(question -> answers.get(question).get(answerIndexAt(combination, question)))
                .toList());
    }

    int questionCount() {
        return strides.length;
    }

    /** The index of the answer to a question in a combination, among all answers to that question. */
    int answerIndexAt(int combination, int question) {
        return combination / strides[question] % answers.get(question).size();
    }

    /** The indexes of the answers of a combination, one per question. */
    int[] answerIndexes(int combination) {
        var answerIndexes = new int[strides.length];
        for (int question = 0; question < strides.length; question++) {
            answerIndexes[question] = answerIndexAt(combination, question);
        }
        return answerIndexes;
    }

    /** How much the number of a combination grows with the index of the answer to a question. */
    int stride(int question) {
        return strides[question];
    }

    Answer answer(int question, int answerIndex) {
        return answers.get(question).get(answerIndex);
    }

    int answerCount(int question) {
        return answers.get(question).size();
    }

    /** The number of the combination that differs in the answer to one question. */
    int withAnswer(int combination, int question, int answerIndex) {
        return combination + (answerIndex - answerIndexAt(combination, question)) * strides[question];
    }

    /** The indexes of the answers that an answer to a question can change to: offered, different and possible later. */
    int[] changes(int question, int answerIndex) {
        return changes[question][answerIndex];
    }

    /** The number of options that differ if several can be chosen; otherwise 0, because all changes count the same. */
    int countChangedOptions(int question, int before, int after) {
        int[] options = severalOptions[question];
        return options.length == 0 ? 0 : Integer.bitCount(options[before] ^ options[after]);
    }

    /** The indexes of the answers that an answer can turn out to be: itself if known, otherwise every possible one. */
    int[] completions(int combination, int question) {
        return completions[question][answerIndexAt(combination, question)];
    }

    /** Whether students can give an answer: they know it, and all its options are offered. */
    private static boolean isPossible(Answer answer) {
        return answer.isKnown() && answer.isOffered();
    }

    private static boolean canChange(Answer before, Answer after) {
        return before.question().kind() == Question.Kind.LEVEL
                ? after.chosen() > before.chosen()
                : after.chosen() != before.chosen();
    }

    private interface Transition {
        boolean isAllowed(Answer before, Answer after);
    }

    /** For each question and each answer to it: the indexes of the answers that the transition allows. */
    private int[][][] transitionTable(Transition transition) {
        return answers.stream()
                .map(all -> all.stream()
                        .map(before -> IntStream.range(0, all.size())
                                .filter(answerIndex -> transition.isAllowed(before, all.get(answerIndex)))
                                .toArray())
                        .toArray(int[][]::new))
                .toArray(int[][][]::new);
    }

    private static Map<Integer, Integer> answerIndexesOf(List<Answer> all) {
        var answerIndexes = new HashMap<Integer, Integer>();
        var chosen = new ArrayList<Integer>();
        all.forEach(answer -> chosen.add(answer.chosen()));
        for (int answerIndex = 0; answerIndex < chosen.size(); answerIndex++) {
            answerIndexes.put(chosen.get(answerIndex), answerIndex);
        }
        return Map.copyOf(answerIndexes);
    }
}
