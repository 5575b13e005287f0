package dev.certpath.guide;

import java.util.List;

/** The condition under which a rule applies. */
public sealed interface Condition {

    /** Whether the condition is met by these answers. A question answered with "I do not know" meets no condition. */
    boolean appliesTo(Answers answers);

    /** A condition that is always met. */
    record Always() implements Condition {
        @Override
        public boolean appliesTo(Answers answers) {
            return true;
        }
    }

    /**
     * A condition that is met when at least one of these options was chosen.
     *
     * @param question the question that the options belong to
     * @param options the options, in the order of the question
     */
    record AnyOptionChosen(Question question, List<Option> options) implements Condition {
        @Override
        public boolean appliesTo(Answers answers) {
            return appliesTo(answers.answerTo(question));
        }

        /** Whether the condition is met by this answer to its question. */
        public boolean appliesTo(Answer answer) {
            return answer.containsAny(options.stream().mapToInt(Option::bit).sum());
        }
    }
}
