package dev.certpath.guide;

import java.util.List;

/** Thrown when at least one question has no valid answer. It lists all violations. */
public final class InvalidAnswersException extends RuntimeException {

    private final transient List<InvalidAnswerException> violations;

    InvalidAnswersException(List<InvalidAnswerException> violations) {
        super(violations.stream().map(Throwable::getMessage).toList().toString());
        this.violations = List.copyOf(violations);
    }

    /** The violations, in the order of the questions; never empty. */
    public List<InvalidAnswerException> violations() {
        return violations;
    }
}
