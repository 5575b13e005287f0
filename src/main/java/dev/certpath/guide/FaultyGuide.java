package dev.certpath.guide;

import java.util.List;

/** The guide's files can't be read as a guide. It lists everything that is wrong with them, with its place. */
public final class FaultyGuide extends RuntimeException {

    private final List<String> problems;

    FaultyGuide(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong, one line each, as "file:line: what". Never empty. */
    public List<String> problems() {
        return problems;
    }
}
