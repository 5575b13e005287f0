package dev.certpath.cases;

import dev.certpath.recommend.Recommendation;
import java.time.Instant;
import java.util.Optional;

/**
 * A saved recommendation, as its student sees it.
 *
 * @param id the unguessable public id in URLs and in the API; it gives access to the recommendation
 * @param shareId the unguessable id of its read-only address; it gives access to {@link #toShared()} only
 * @param reference the short reference for people; it gives access to nothing
 * @param cohort where the student came from, if known
 * @param openedAt when it was saved
 * @param recommendation the recommendation as it was given
 * @param decision the decision of an advisor, if there is one
 * @param progress the progress of the case
 * @param version the version for optimistic locking
 */
public record SavedRecommendation(
        String id,
        String shareId,
        String reference,
        Optional<Cohort> cohort,
        Instant openedAt,
        Recommendation recommendation,
        Optional<AdvisorDecision> decision,
        CaseProgress progress,
        int version) {

    /** Returns whether an advisor decided on another first or second track than recommended. */
    public boolean isOverruled() {
        return toShared().isOverruled();
    }

    /** Returns the part that everyone may see to whom the student sends the read-only address. */
    public SharedRecommendation toShared() {
        return new SharedRecommendation(
                shareId, reference, openedAt, recommendation, decision.map(SharedRecommendation.Decision::of));
    }
}
