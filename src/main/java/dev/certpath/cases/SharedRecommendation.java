package dev.certpath.cases;

import dev.certpath.recommend.Recommendation;
import java.time.Instant;
import java.util.Optional;

/**
 * A saved recommendation, as everyone sees it who has its read-only address. It has nothing that gives access to the case,
 * and none of the texts that student and advisors wrote.
 *
 * @param shareId the unguessable id of the read-only address
 * @param reference the short reference for people; it gives access to nothing
 * @param openedAt when it was saved
 * @param recommendation the recommendation as it was given
 * @param decision the decision of an advisor, if there is one
 */
public record SharedRecommendation(
        String shareId,
        String reference,
        Instant openedAt,
        Recommendation recommendation,
        Optional<Decision> decision) {

    /**
     * The decision of an advisor without the text and the reason, which are for the student, and without the name.
     *
     * @param first the code of the track to start with
     * @param second the code of the track to continue with
     * @param at when the decision was made
     */
    public record Decision(String first, String second, Instant at) {

        static Decision of(AdvisorDecision decision) {
            return new Decision(decision.first(), decision.second(), decision.at());
        }
    }

    /** The code of the first track by the decision of an advisor, or as recommended if there is none. */
    public String advisedFirst() {
        return decision.map(Decision::first)
                .orElseGet(() -> recommendation.first().track());
    }

    /** The code of the second track by the decision of an advisor, or as recommended if there is none. */
    public String advisedSecond() {
        return decision.map(Decision::second)
                .orElseGet(() -> recommendation.second().track());
    }

    /** Returns whether an advisor decided on another first or second track than recommended. */
    public boolean isOverruled() {
        return !advisedFirst().equals(recommendation.first().track())
                || !advisedSecond().equals(recommendation.second().track());
    }
}
