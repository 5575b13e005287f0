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
 * Every combination of answers to a guide, numbered from 0. A combination is a number whose digits are the places of
 * its answers among all answers to their questions, so a change of one answer is an addition.
 */
public final class AnswerSpace {

    private final List<List<Answer>> answers;
    private final List<Map<Integer, Integer>> places;
    private final int[] strides;
    private final int[][][] changes;
    private final int[][][] completions;
    private final int size;

    /** Numbers the answers to a guide. */
    public AnswerSpace(Guide guide) {
        answers = guide.questions().stream().map(Question::allAnswers).toList();
        places = answers.stream().map(AnswerSpace::placesOf).toList();
        strides = new int[answers.size()];
        int combinations = 1;
        for (int question = answers.size() - 1; question >= 0; question--) {
            strides[question] = combinations;
            combinations *= answers.get(question).size();
        }
        size = combinations;
        changes = table((before, after) -> after.isKnown() && canChange(before, after));
        completions = table((before, after) -> after.isKnown() && (before.equals(after) || !before.isKnown()));
    }

    /** How many combinations there are. */
    public int size() {
        return size;
    }

    /** The number of a combination. */
    public int indexOf(Answers given) {
        int index = 0;
        for (int question = 0; question < strides.length; question++) {
            Integer place = places.get(question).get(given.all().get(question).chosen());
            if (place == null) {
                throw new IllegalArgumentException("Not an answer to this guide: " + given.codes());
            }
            index += place * strides[question];
        }
        return index;
    }

    /** The combination of that number, from 0 to {@link #size()} - 1. */
    public Answers at(int index) {
        return new Answers(IntStream.range(0, strides.length)
                .mapToObj(question -> answers.get(question).get(placeAt(index, question)))
                .toList());
    }

    int questions() {
        return strides.length;
    }

    /** The place, among all answers to a question, of the one that a combination holds. */
    int placeAt(int index, int question) {
        return index / strides[question] % answers.get(question).size();
    }

    Answer answer(int question, int place) {
        return answers.get(question).get(place);
    }

    int answersTo(int question) {
        return answers.get(question).size();
    }

    /** The same combination, but for one answer. */
    int with(int index, int question, int place) {
        return index + (place - placeAt(index, question)) * strides[question];
    }

    /** The places of the answers that one to this question can change to: known, other, and able to come true. */
    int[] changes(int index, int question) {
        return changes[question][placeAt(index, question)];
    }

    /** The places that an answer may turn out to be at: its own where it is known, else every known one. */
    int[] completions(int index, int question) {
        return completions[question][placeAt(index, question)];
    }

    private static boolean canChange(Answer before, Answer after) {
        return before.question().kind() == Question.Kind.LEVEL
                ? after.chosen() > before.chosen()
                : after.chosen() != before.chosen();
    }

    private interface Step {
        boolean leads(Answer before, Answer after);
    }

    /** For each question and each answer to it: the places of the answers that the step leads to. */
    private int[][][] table(Step step) {
        return answers.stream()
                .map(all -> all.stream()
                        .map(before -> IntStream.range(0, all.size())
                                .filter(place -> step.leads(before, all.get(place)))
                                .toArray())
                        .toArray(int[][]::new))
                .toArray(int[][][]::new);
    }

    private static Map<Integer, Integer> placesOf(List<Answer> all) {
        var places = new HashMap<Integer, Integer>();
        var chosen = new ArrayList<Integer>();
        all.forEach(answer -> chosen.add(answer.chosen()));
        for (int place = 0; place < chosen.size(); place++) {
            places.put(chosen.get(place), place);
        }
        return Map.copyOf(places);
    }
}
