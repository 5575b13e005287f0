package dev.certpath.guide;

import java.util.List;

/** When a rule fires. */
public sealed interface Condition {

    /** Whether it holds for these answers. What was not said never makes it hold. */
    boolean holds(Answers answers);

    /** It holds for everyone. */
    record Always() implements Condition {
        @Override
        public boolean holds(Answers answers) {
            return true;
        }
    }

    /**
     * It holds when at least one of these options was chosen.
     *
     * @param question the question they belong to
     * @param options the options, in their public order
     */
    record Chosen(Question question, List<Option> options) implements Condition {
        @Override
        public boolean holds(Answers answers) {
            return holds(answers.to(question));
        }

        /** Whether it holds for this answer to its question. */
        public boolean holds(Answer answer) {
            return answer.hasAnyOf(options.stream().mapToInt(Option::bit).sum());
        }
    }
}
