package dev.certpath.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answers to all questions of a guide.
 *
 * @param all one answer per question, in the order of the questions
 */
public record Answers(List<Answer> all) {

    /** Copies the list. The answers are not validated here but in {@link #parse}. */
    public Answers {
        all = List.copyOf(all);
    }

    /**
     * Parses answers from their codes and reports all invalid answers at once. A question that is not required and has no
     * codes is answered with "I do not know".
     *
     * @param guide the guide that defines the questions
     * @param codes the codes by {@link Question#parameter()}; other keys are ignored
     * @throws InvalidAnswersException if at least one question has no valid answer
     */
    public static Answers parse(Guide guide, Map<String, List<String>> codes) {
        var answers = new ArrayList<Answer>();
        var violations = new ArrayList<InvalidAnswerException>();
        for (Question question : guide.questions()) {
            try {
                answers.add(question.parseOrUnknown(codes.getOrDefault(question.parameter(), List.of())));
            } catch (InvalidAnswerException invalid) {
                violations.add(invalid);
            }
        }
        if (!violations.isEmpty()) {
            throw new InvalidAnswersException(violations);
        }
        return new Answers(answers);
    }

    /** The answer to a question. */
    public Answer answerTo(Question question) {
        return all.get(question.position());
    }

    /** Returns a copy with this answer in place of the previous answer to the same question. */
    public Answers with(Answer answer) {
        var changed = new ArrayList<>(all);
        changed.set(answer.question().position(), answer);
        return new Answers(changed);
    }

    /** The codes by {@link Question#parameter()}, in the order of the questions; the input of {@link #parse}. */
    public Map<String, List<String>> codes() {
        var codes = new LinkedHashMap<String, List<String>>();
        all.forEach(answer -> codes.put(answer.question().parameter(), answer.codes()));
        return codes;
    }
}
