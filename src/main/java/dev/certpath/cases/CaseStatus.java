package dev.certpath.cases;

import java.util.Locale;

/** The status of a case. */
public enum CaseStatus {
    /** Not assigned. */
    NEW,
    /** Assigned to an advisor. */
    IN_REVIEW,
    /** An advisor has decided. */
    DECIDED,
    /** Nothing is left to do. */
    CLOSED;

    /** Returns the status's public code, used in URLs. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns whether an advisor may still have to act. */
    public boolean isOpen() {
        return this == NEW || this == IN_REVIEW;
    }
}
