package dev.certpath.web.api;

import java.util.List;

/** A request can't be read. It lists every fault. */
final class InvalidRequestException extends RuntimeException {

    private final transient List<FieldViolation> faults;

    InvalidRequestException(List<FieldViolation> faults) {
        super(faults.size() + " faults");
        this.faults = List.copyOf(faults);
    }

    List<FieldViolation> faults() {
        return faults;
    }
}
