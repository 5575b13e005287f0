package dev.certpath.guide;

import java.util.Locale;

/** How certain a date is. */
public enum Certainty {
    /** An official page states it. */
    CONFIRMED,
    /** It is expected by other sources or concluded from them; no official page confirms it. */
    EXPECTED;

    /** Whether no official page confirms it. */
    public boolean isExpected() {
        return this == EXPECTED;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
