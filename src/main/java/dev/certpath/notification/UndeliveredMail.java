package dev.certpath.notification;

import java.time.Instant;

/**
 * A mail that can't be sent.
 *
 * @param id identifies it
 * @param toDesk whether it is the mail to the desk; otherwise it is one to a student
 * @param reference the reference of the case; empty for the mail to the desk, which may be about several
 * @param since since when there is something to send
 * @param failure why the last attempt failed
 */
public record UndeliveredMail(String id, boolean toDesk, String reference, Instant since, MailFailure failure) {

    /** The id of the mail to the desk. */
    static final String DIGEST = "digest";
}
