package dev.certpath.api;

import java.util.List;

/** A request can't be read. It lists every fault. */
final class FaultyRequest extends RuntimeException {

    private final transient List<FieldFault> faults;

    FaultyRequest(List<FieldFault> faults) {
        super(faults.size() + " faults");
        this.faults = List.copyOf(faults);
    }

    List<FieldFault> faults() {
        return faults;
    }
}
