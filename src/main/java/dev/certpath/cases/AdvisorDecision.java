package dev.certpath.cases;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What an advisor says of a recommendation. Whether they agree is not written down: they do when the first and the
 * second are the recommended ones.
 *
 * @param first the code of the track to start with
 * @param second the code of the track to go on to, another one
 * @param reason the code of the reason to decide otherwise; null where they agree
 * @param words the advisor's own words to the student; may be empty where they agree
 * @param by the advisor's name
 * @param at when
 */
@Embeddable
public record AdvisorDecision(
        @Column(name = "reviewed_first") String first,
        @Column(name = "reviewed_second") String second,
        @Column(name = "decision_reason") @Nullable String reason,
        @Column(name = "review_words") String words,
        @Column(name = "reviewed_by") String by,
        @Column(name = "reviewed_at") Instant at) {

    /** The longest {@link #words()}, in characters. */
    public static final int LONGEST_WORDS = 2_000;

    /** Databases keep microseconds at best, so that what is read is what was written. */
    public AdvisorDecision {
        if (first.equals(second)) {
            throw new IllegalArgumentException("A second is another track than the first");
        }
        if (words.length() > LONGEST_WORDS) {
            throw new IllegalArgumentException("More than " + LONGEST_WORDS + " characters");
        }
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }
}
