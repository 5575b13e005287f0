package dev.certpath.cases;

import java.time.Instant;

/**
 * A student has asked an advisor or written again. It is published in the transaction that stores the message.
 *
 * @param caseId the primary key of the case
 * @param at when it was
 */
public record StudentMessageEvent(long caseId, Instant at) {}
