package dev.certpath.cases;

import java.util.Locale;

/** What a message in the conversation between a student and advisors is. */
public enum MessageKind {
    /** The student wrote it to the advisors. */
    STUDENT,
    /** An advisor wrote it to the student. */
    ADVISOR,
    /** The words of an advisor's decision; empty if the advisor agreed without any. */
    DECISION;

    /** Returns the code that is stored. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds the kind with a stored code. */
    static MessageKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
