package dev.certpath.cases;

import java.time.Instant;

/**
 * A message in the conversation between a student and advisors, as it is shown.
 *
 * @param kind who wrote it, and whether it is a decision
 * @param text the text; empty only for a decision without words
 * @param author the advisor's username; empty for a message of the student
 * @param at when it was written
 */
public record MessageView(MessageKind kind, String text, String author, Instant at) {

    /** The maximum length of {@link #text()}, in characters. */
    public static final int MAX_TEXT_LENGTH = 2_000;

    /** Returns whether the student wrote it. */
    public boolean isByStudent() {
        return kind == MessageKind.STUDENT;
    }

    /** Returns whether it is an advisor's decision. */
    public boolean isDecision() {
        return kind == MessageKind.DECISION;
    }
}
