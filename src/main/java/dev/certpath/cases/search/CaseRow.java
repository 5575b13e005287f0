package dev.certpath.cases.search;

import dev.certpath.cases.CaseStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A case as a row of the queue.
 *
 * @param databaseId the primary key, which increases in the order of saving
 * @param id the unguessable public id
 * @param version the version for optimistic locking
 * @param reference the short reference for people
 * @param name the student's name; may be empty
 * @param openedAt when the case was opened
 * @param askedAt when the student asked an advisor to look, if they did
 * @param changedAt when the case was last changed
 * @param status the status
 * @param assignee the username of the assigned advisor, if there is one
 * @param firstTrack the code of the recommended first track
 * @param secondTrack the code of the recommended second track
 * @param firmness the firmness of the recommendation: tie, close or clear
 * @param leadPoints by how many points the first track is ahead
 * @param answers the codes of the answer to each question, by its name in JSON; none if "I do not know" has no code
 * @param firstExam the code of the first recommended exam
 * @param secondExam the code of the second recommended exam
 * @param decision the advisor's decision, if there is one
 * @param cohort where the student came from; may be empty
 * @param attentionReasons why the case may need an advisor's attention
 */
public record CaseRow(
        long databaseId,
        String id,
        int version,
        String reference,
        String name,
        Instant openedAt,
        Optional<Instant> askedAt,
        Instant changedAt,
        CaseStatus status,
        Optional<String> assignee,
        String firstTrack,
        String secondTrack,
        String firmness,
        int leadPoints,
        Map<String, List<String>> answers,
        String firstExam,
        String secondExam,
        Optional<Decision> decision,
        String cohort,
        Set<AttentionReason> attentionReasons) {

    /**
     * An advisor's decision.
     *
     * @param first the code of the first track
     * @param second the code of the second track
     * @param reason the code of the reason for another first or second; empty if there is none
     * @param author the username of the advisor
     * @param at when it was made
     */
    public record Decision(String first, String second, String reason, String author, Instant at) {}

    /** Whether an advisor decided otherwise than recommended. */
    public boolean isOverruled() {
        return attentionReasons.contains(AttentionReason.OVERRULED);
    }

    /** Since when the student has been waiting for an advisor: from asking until the case is decided or closed. */
    public Optional<Instant> waitingSince() {
        return askedAt.filter(asked -> status.isOpen());
    }
}
