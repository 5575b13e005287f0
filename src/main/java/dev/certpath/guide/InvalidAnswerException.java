package dev.certpath.guide;

/**
 * Thrown when the given codes are not a valid answer to a question. It carries the reason as data; controllers
 * translate it into messages.
 */
public final class InvalidAnswerException extends RuntimeException {

    /** The reason why an answer is invalid. */
    public enum Reason {
        /** No option was chosen. */
        MISSING,
        /** The question has no option with this code. */
        UNKNOWN_OPTION,
        /** The same option was given more than once. */
        REPEATED,
        /** An exclusive option, or "I do not know", was combined with other options. */
        NOT_ALONE,
        /** More than one option was given for a question that accepts only one. */
        SEVERAL
    }

    private final transient Question question;
    private final Reason reason;
    private final String rejectedCodes;

    InvalidAnswerException(Question question, Reason reason, String rejectedCodes) {
        super(question.parameter() + ": " + reason);
        this.question = question;
        this.reason = reason;
        this.rejectedCodes = rejectedCodes;
    }

    /** The question that has no valid answer. */
    public Question question() {
        return question;
    }

    /** The reason why the answer is invalid. */
    public Reason reason() {
        return reason;
    }

    /** The invalid codes as given; empty if there were none. This is unchecked user input and must not be logged. */
    public String rejectedCodes() {
        return rejectedCodes;
    }
}
