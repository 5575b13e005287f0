package dev.certpath.cases;

/**
 * An advisor has written to a student or decided. It is published in the transaction that stores the message.
 *
 * @param messageId the primary key of the message
 */
public record MessageToStudentEvent(long messageId) {}
