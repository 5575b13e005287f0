package dev.certpath.guide;

import java.util.List;

/** The guide's files can't be read as a guide. It lists everything that is wrong with them, with its place. */
public final class InvalidGuideException extends RuntimeException {

    private final List<String> problems;

    InvalidGuideException(List<GuideViolation> problems) {
        this.problems = problems.stream().map(GuideViolation::toString).toList();
    }

    @Override
    public String getMessage() {
        return String.join(System.lineSeparator(), problems);
    }

    /** What is wrong, one line each, as "file:line: what", from top to bottom. Never empty. */
    public List<String> problems() {
        return problems;
    }
}
