package dev.certpath.cases;

import java.time.Instant;
import java.util.Optional;

/**
 * The progress of a case, as far as its student may see it.
 *
 * @param status the status
 * @param askedAt when the student asked an advisor to look, if they did: for the first time, or for the first time after
 *     the case was last decided or closed
 * @param contact which contact details of the student are stored; empty if nothing is that the student entered
 * @param conversation the latest messages between the student and advisors
 */
public record CaseProgress(
        CaseStatus status, Optional<Instant> askedAt, Optional<ContactSummary> contact, ConversationPage conversation) {

    /** Returns whether the student is waiting for an advisor: asked, and the case was neither decided nor closed since. */
    public boolean isStudentWaiting() {
        return askedAt.isPresent() && status.isOpen();
    }

    /** Returns whether the student asked, and neither a message nor a decision of an advisor has followed. */
    public boolean isUnanswered() {
        return askedAt.isPresent()
                && conversation
                        .latest()
                        .map(message -> message.isByStudent() || message.at().isBefore(askedAt.get()))
                        .orElse(true);
    }
}
