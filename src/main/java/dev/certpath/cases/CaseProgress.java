package dev.certpath.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The progress of a case, as far as its student may see it.
 *
 * @param status the status
 * @param askedAt when the student first asked an advisor to look, if they did
 * @param hasContact whether contact details of the student are stored
 * @param messages the messages to the student, newest first
 */
public record CaseProgress(
        CaseStatus status, Optional<Instant> askedAt, boolean hasContact, List<CaseCommentView> messages) {}
