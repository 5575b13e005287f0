package dev.certpath.guide;

/** What was given is not an answer to the question. It names the fault as data; the doors find the words for it. */
public final class InvalidAnswerException extends RuntimeException {

    /** What is wrong with it. */
    public enum Fault {
        /** Nothing was chosen. */
        MISSING,
        /** A code that the question does not have. */
        UNKNOWN_OPTION,
        /** The same option twice. */
        REPEATED,
        /** An option that goes alone, or "I do not know", beside others. */
        NOT_ALONE,
        /** More than one where one is asked for. */
        SEVERAL
    }

    private final transient Question question;
    private final Fault fault;
    private final String culprit;

    InvalidAnswerException(Question question, Fault fault, String culprit) {
        super(question.parameter() + ": " + fault);
        this.question = question;
        this.fault = fault;
        this.culprit = culprit;
    }

    /** The question that was to be answered. */
    public Question question() {
        return question;
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }

    /** The code or codes that are wrong, as given; empty where none was. It is somebody's text: never log it. */
    public String culprit() {
        return culprit;
    }
}
