package dev.certpath.cases.calendar;

import java.time.Instant;

/**
 * The revision of a calendar event.
 *
 * @param sequence how often its content has changed
 * @param modifiedAt when it changed last, or when the case was opened, to the second
 */
public record EventRevision(int sequence, Instant modifiedAt) {}
