package dev.certpath.guide;

import java.util.List;

/** One question or more was not answered in a way that can be read. It lists every fault. */
public final class UnreadableAnswers extends RuntimeException {

    private final transient List<UnreadableAnswer> faults;

    UnreadableAnswers(List<UnreadableAnswer> faults) {
        super(faults.stream().map(Throwable::getMessage).toList().toString());
        this.faults = List.copyOf(faults);
    }

    /** What is wrong, in the order of the questions; never empty. */
    public List<UnreadableAnswer> faults() {
        return faults;
    }
}
