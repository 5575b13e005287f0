package dev.certpath.guide;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when guide files are invalid. It lists all violations with file and line. */
public final class InvalidGuideException extends RuntimeException {

    private final transient List<GuideViolation> violations;

    InvalidGuideException(List<GuideViolation> violations) {
        super(violations.stream().map(GuideViolation::toString).collect(Collectors.joining(System.lineSeparator())));
        this.violations = List.copyOf(violations);
    }

    /** The violations in the order of the files; never empty. */
    public List<GuideViolation> violations() {
        return violations;
    }
}
