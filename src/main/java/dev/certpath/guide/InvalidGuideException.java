package dev.certpath.guide;

import java.util.List;

/** Thrown when guide files are invalid. It lists all violations with file and line. */
public final class InvalidGuideException extends RuntimeException {

    private final List<String> violations;

    InvalidGuideException(List<GuideViolation> violations) {
        this.violations = violations.stream().map(GuideViolation::toString).toList();
    }

    @Override
    public String getMessage() {
        return String.join(System.lineSeparator(), violations);
    }

    /** The violations in the format {@code file:line: message}, in the order of the file; never empty. */
    public List<String> violations() {
        return violations;
    }
}
