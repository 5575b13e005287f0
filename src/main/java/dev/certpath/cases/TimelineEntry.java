package dev.certpath.cases;

import java.time.Instant;

/**
 * An event in the timeline of a case, as it is shown.
 *
 * @param type the code of a {@link CaseAction.Type}, or {@code ask}, {@code write}, {@code withdraw} or
 *     {@code expire}
 * @param actor the advisor's username, or {@code student} or {@code clock}
 * @param at when it happened
 * @param from the value before; may be empty
 * @param to the value after; may be empty
 */
public record TimelineEntry(String type, String actor, Instant at, String from, String to) {

    /** Returns whether the student caused the event. The actor cannot tell: an advisor may be called "student". */
    public boolean isByStudent() {
        return type.equals(CaseEvent.ASKED) || isMessageOfStudent() || type.equals(CaseEvent.WITHDREW);
    }

    /** Returns whether the student wrote again after asking; the values are those of the status if it changed. */
    public boolean isMessageOfStudent() {
        return type.equals(CaseEvent.WROTE);
    }

    /** Returns whether a scheduled job caused the event. */
    public boolean isAutomatic() {
        return type.equals(CaseEvent.EXPIRED);
    }
}
