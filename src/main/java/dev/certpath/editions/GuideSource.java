package dev.certpath.editions;

import java.time.Instant;
import java.util.Optional;

/**
 * Where the guide in force comes from.
 *
 * @param version the number of {@code guide_state} at which it was read
 * @param publication the publication of its edition; empty if the settings name a file
 * @param examRevision the revision of its exams; empty if the settings name a file
 * @param nextChange when another edition comes into force, as far as that is published; empty if none does
 */
public record GuideSource(
        long version,
        Optional<Publication> publication,
        Optional<ExamRevision> examRevision,
        Optional<Instant> nextChange) {

    /** Whether an edition that is published comes into force: the settings name no file that takes its place. */
    public boolean isEditable() {
        return publication.isPresent();
    }

    /** Whether another guide may be in force now, according to the current number of {@code guide_state}. */
    boolean isOutdated(long currentVersion, Instant now) {
        return version != currentVersion
                || nextChange.filter(change -> !change.isAfter(now)).isPresent();
    }
}
