package dev.certpath.cases;

import dev.certpath.recommend.Recommendation;
import java.time.Instant;
import java.util.Optional;

/**
 * A saved recommendation, as its student sees it.
 *
 * @param id the unguessable public id in URLs and in the API; it gives access to the recommendation
 * @param reference the short reference for people; it gives access to nothing
 * @param openedAt when it was saved
 * @param recommendation the recommendation as it was given
 * @param decision the decision of an advisor, if there is one
 * @param progress the progress of the case
 * @param version the version for optimistic locking
 */
public record SavedRecommendation(
        String id,
        String reference,
        Instant openedAt,
        Recommendation recommendation,
        Optional<AdvisorDecision> decision,
        CaseProgress progress,
        int version) {

    /** Returns whether an advisor decided on another first or second track than recommended. */
    public boolean isOverruled() {
        return decision.filter(given -> !given.first()
                                .equals(recommendation.first().track())
                        || !given.second().equals(recommendation.second().track()))
                .isPresent();
    }
}
