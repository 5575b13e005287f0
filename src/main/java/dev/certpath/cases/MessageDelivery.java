package dev.certpath.cases;

import java.util.List;

/**
 * A message of an advisor, with what is needed to send it to the student.
 *
 * @param message the message
 * @param email the student's e-mail address
 * @param mayContainPage whether the student allows that the address of the recommendation's page is mailed
 * @param caseId the public id of the case
 * @param reference the reference of the case
 * @param decidedTracks the names of the first and the second track if the message is the current decision; else empty
 */
public record MessageDelivery(
        MessageView message,
        String email,
        boolean mayContainPage,
        String caseId,
        String reference,
        List<String> decidedTracks) {}
