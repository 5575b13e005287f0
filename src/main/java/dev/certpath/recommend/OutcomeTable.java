package dev.certpath.recommend;

import dev.certpath.guide.Answer;
import dev.certpath.guide.Answers;
import dev.certpath.guide.Guide;
import dev.certpath.guide.InvalidAnswerException;
import dev.certpath.guide.Question;
import dev.certpath.guide.Rule;
import dev.certpath.recommend.Recommendation.Firmness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The outcomes of all combinations of answers by a guide, to compare guides with each other. The same combinations have the
 * same numbers as long as questions and options are the same.
 */
public final class OutcomeTable {

    private final Guide guide;
    private final AnswerSpace space;
    private final List<Outcome> outcomes;

    /** Calculates all outcomes. */
    public OutcomeTable(Guide guide) {
        this.guide = guide;
        this.space = new AnswerSpace(guide);
        var scores = new ScoreTable(guide, space);
        var all = new ArrayList<Outcome>(space.size());
        for (int combination = 0; combination < space.size(); combination++) {
            all.add(outcome(scores, space.answerIndexes(combination)));
        }
        this.outcomes = List.copyOf(all);
    }

    /** The guide. */
    public Guide guide() {
        return guide;
    }

    /** The number of combinations. */
    public int size() {
        return space.size();
    }

    /** The outcome of the combination with this number, from 0 to {@link #size()} - 1. */
    public Outcome outcome(int combination) {
        return outcomes.get(combination);
    }

    /** The answers of a combination. */
    public Answers answers(int combination) {
        return space.answersAt(combination);
    }

    /** Whether students can give all answers of a combination: no option is retired. */
    public boolean isOffered(int combination) {
        for (int question = 0; question < space.questionCount(); question++) {
            if (!space.answer(question, space.answerIndexAt(combination, question))
                    .isOffered()) {
                return false;
            }
        }
        return true;
    }

    /** The combinations that students can give. */
    public IntStream offered() {
        return IntStream.range(0, size()).filter(this::isOffered);
    }

    /**
     * Finds the combination with the same answers by another guide.
     *
     * @return its number in the other table; empty if students can't give these answers by that guide
     */
    public OptionalInt findOfferedIn(OutcomeTable other, int combination) {
        var same = other.find(answers(combination).codes());
        return same.isPresent() && other.isOffered(same.getAsInt()) ? same : OptionalInt.empty();
    }

    /**
     * Finds the combination of answers that were given to this or another edition.
     *
     * @param codes the codes by {@link Question#parameter()}; no codes mean "I do not know", and answers to questions that
     *     this edition does not have count for nothing
     * @return its number; empty if this edition lacks one of the options, or requires an answer that was not given
     */
    public OptionalInt find(Map<String, List<String>> codes) {
        try {
            var answers = new ArrayList<Answer>();
            for (Question question : guide.questions()) {
                answers.add(answer(question, codes));
            }
            return OptionalInt.of(space.indexOf(new Answers(answers)));
        } catch (InvalidAnswerException lackingOption) {
            return OptionalInt.empty();
        }
    }

    /** Whether a rule decides something: without it, some students would get another first or second track. */
    public boolean matters(Rule rule) {
        var without = new ScoreTable(guide.without(rule), space);
        for (int combination = 0; combination < size(); combination++) {
            var outcome = outcome(without, space.answerIndexes(combination));
            if (!outcome(combination).hasSameTracksAs(outcome) && isOffered(combination)) {
                return true;
            }
        }
        return false;
    }

    private Outcome outcome(ScoreTable scores, int[] answerIndexes) {
        var totals = scores.totals(answerIndexes);
        var ranking = scores.ranking(answerIndexes, totals);
        int lead = totals[ranking.get(0).position()] - totals[ranking.get(1).position()];
        return new Outcome(
                ranking.get(0).code(),
                SecondTrack.of(ranking, totals, guide).track().code(),
                Firmness.Level.of(lead, guide.closeCall()));
    }

    private static Answer answer(Question question, Map<String, List<String>> codes) {
        var given = codes.get(question.parameter());
        var unknown = question.unknown();
        return given != null && given.isEmpty() && unknown != null
                ? question.parse(List.of(unknown.code()))
                : question.parseOrUnknown(given == null ? List.of() : given);
    }
}
