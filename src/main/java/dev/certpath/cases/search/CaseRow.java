package dev.certpath.cases.search;

import dev.certpath.cases.CaseStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A case in a list.
 *
 * @param number its place in the order of saving
 * @param id its unguessable name
 * @param version how often it was changed
 * @param reference its short name
 * @param name the name that its student left; may be empty
 * @param openedAt when it was opened
 * @param askedAt when its student asked an advisor to look, if they did
 * @param changedAt when it was last changed
 * @param status how far it has come
 * @param assignee the username of the advisor who has it, if one does
 * @param first the code of the recommended first
 * @param second the code of the recommended second
 * @param firmness tie, close or clear
 * @param lead how many points the first is ahead
 * @param employer the codes of the employer's platforms; empty where they are not known
 * @param industry the code of the industry
 * @param role the code of the role
 * @param background the code of the background
 * @param firstExam the code of the exam named first
 * @param secondExam the code of the exam named second
 * @param reviewedFirst the code of the first that an advisor decided on; may be empty
 * @param reviewedSecond the code of the second that an advisor decided on; may be empty
 * @param why why it may need someone
 */
public record CaseRow(
        long number,
        String id,
        int version,
        String reference,
        String name,
        Instant openedAt,
        Optional<Instant> askedAt,
        Instant changedAt,
        CaseStatus status,
        Optional<String> assignee,
        String first,
        String second,
        String firmness,
        int lead,
        List<String> employer,
        String industry,
        String role,
        String background,
        String firstExam,
        String secondExam,
        String reviewedFirst,
        String reviewedSecond,
        Set<AttentionReason> why) {

    /** Since when its student has been waiting for an advisor: from asking until the case is decided or closed. */
    public Optional<Instant> waitingSince() {
        return askedAt.filter(asked -> status.isOpen());
    }
}
