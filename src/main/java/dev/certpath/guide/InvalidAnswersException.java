package dev.certpath.guide;

import java.util.List;

/** One question or more was not answered in a way that can be read. It lists every fault. */
public final class InvalidAnswersException extends RuntimeException {

    private final transient List<InvalidAnswerException> faults;

    InvalidAnswersException(List<InvalidAnswerException> faults) {
        super(faults.stream().map(Throwable::getMessage).toList().toString());
        this.faults = List.copyOf(faults);
    }

    /** What is wrong, in the order of the questions; never empty. */
    public List<InvalidAnswerException> faults() {
        return faults;
    }
}
