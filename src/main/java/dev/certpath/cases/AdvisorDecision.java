package dev.certpath.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * An advisor's decision on a recommendation. An advisor agrees with the recommendation when both tracks are the
 * recommended ones; this is derived, not stored.
 *
 * @param first the code of the track to start with
 * @param second the code of the track to continue with, different from the first
 * @param reason the code of the reason for another first or second; null if the advisor agrees
 * @param text the advisor's text to the student; may be empty if the advisor agrees
 * @param author the advisor's username
 * @param at when the decision was made, in milliseconds precision
 */
@Embeddable
public record AdvisorDecision(
        @Column(name = "reviewed_first") String first,
        @Column(name = "reviewed_second") String second,
        @Column(name = "decision_reason") @Nullable String reason,
        @Column(name = "review_words") String text,
        @Column(name = "reviewed_by") String author,
        @Column(name = "reviewed_at") Instant at) {

    /** The maximum length of {@link #text()}, in characters. */
    public static final int MAX_TEXT_LENGTH = 2_000;

    /** Truncates the time to milliseconds, because databases store microseconds at most. */
    public AdvisorDecision {
        if (first.equals(second)) {
            throw new IllegalArgumentException("The second track must differ from the first");
        }
        if (text.length() > MAX_TEXT_LENGTH) {
            throw new IllegalArgumentException("The text is longer than " + MAX_TEXT_LENGTH + " characters");
        }
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}
