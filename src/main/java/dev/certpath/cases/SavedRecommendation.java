package dev.certpath.cases;

import dev.certpath.recommend.Recommendation;
import java.time.Instant;
import java.util.Optional;

/**
 * A recommendation that is kept.
 *
 * @param id its unguessable name, on every page and in the API; whoever has it may see the recommendation
 * @param reference its short name for people; it opens nothing
 * @param openedAt when it was made
 * @param recommendation what the student was told, as it was told
 * @param review what an advisor says of it, if one did
 * @param standing where the case stands
 * @param version how often it was changed; whoever changes it says which version they saw
 */
public record SavedRecommendation(
        String id,
        String reference,
        Instant openedAt,
        Recommendation recommendation,
        Optional<AdvisorDecision> review,
        CaseProgress standing,
        int version) {

    /** Whether an advisor decided on another first or second than recommended. */
    public boolean isOverruled() {
        return review.filter(written -> !written.first()
                                .equals(recommendation.first().track())
                        || !written.second().equals(recommendation.second().track()))
                .isPresent();
    }
}
