package dev.certpath.web.api;

import java.util.List;

/** Thrown for an invalid request, with all violations. */
final class InvalidRequestException extends RuntimeException {

    private final transient List<FieldViolation> violations;

    InvalidRequestException(List<FieldViolation> violations) {
        super(violations.size() + " violations");
        this.violations = List.copyOf(violations);
    }

    List<FieldViolation> violations() {
        return violations;
    }
}
