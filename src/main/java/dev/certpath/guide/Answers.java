package dev.certpath.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was answered to every question of a guide. Immutable.
 *
 * @param all an answer to each question, in the order of the questions
 */
public record Answers(List<Answer> all) {

    /** Checks nothing: {@link #read} does, and everything else starts from answers read. */
    public Answers {
        all = List.copyOf(all);
    }

    /**
     * Reads answers from public codes, and finds everything that is wrong with them at once.
     *
     * @param guide whose questions they answer
     * @param codes the codes given for each {@link Question#parameter()}; others are not looked at
     * @throws InvalidAnswersException when one of them or more is not an answer
     */
    public static Answers read(Guide guide, Map<String, List<String>> codes) {
        var answers = new ArrayList<Answer>();
        var faults = new ArrayList<InvalidAnswerException>();
        for (Question question : guide.questions()) {
            try {
                answers.add(question.read(codes.getOrDefault(question.parameter(), List.of())));
            } catch (InvalidAnswerException fault) {
                faults.add(fault);
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidAnswersException(faults);
        }
        return new Answers(answers);
    }

    /** The answer to a question. */
    public Answer to(Question question) {
        return all.get(question.position());
    }

    /** The same answers, but for this one. */
    public Answers with(Answer answer) {
        var changed = new ArrayList<>(all);
        changed.set(answer.question().position(), answer);
        return new Answers(changed);
    }

    /** The public codes for each {@link Question#parameter()}, in the order of the questions, as {@link #read} takes them. */
    public Map<String, List<String>> codes() {
        var codes = new LinkedHashMap<String, List<String>>();
        all.forEach(answer -> codes.put(answer.question().parameter(), answer.codes()));
        return codes;
    }
}
