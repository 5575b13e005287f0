package dev.certpath.cases;

import java.util.Locale;

/** How far a case has come. */
public enum CaseStatus {
    /** Nobody has it. */
    NEW,
    /** An advisor has it. */
    IN_REVIEW,
    /** An advisor decided. */
    DECIDED,
    /** There is nothing left to do. */
    CLOSED;

    /** The status's public name, as in addresses. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether someone may still have to do something. */
    public boolean isOpen() {
        return this == NEW || this == IN_REVIEW;
    }
}
