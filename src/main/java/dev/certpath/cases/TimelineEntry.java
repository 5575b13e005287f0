package dev.certpath.cases;

import java.time.Instant;

/**
 * An act on a case, as it is shown.
 *
 * @param what the kind of act, as in {@link CaseAction.Kind}, or "ask", "withdraw" and "expire"
 * @param who the advisor's username, or "student" or "clock"
 * @param at when
 * @param from what was before; may be empty
 * @param to what is since; may be empty
 */
public record TimelineEntry(String what, String who, Instant at, String from, String to) {}
