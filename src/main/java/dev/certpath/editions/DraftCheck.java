package dev.certpath.editions;

import dev.certpath.guide.Guide;
import dev.certpath.guide.GuideViolation;
import java.util.List;
import java.util.Optional;

/**
 * What a draft is as an edition.
 *
 * @param guide the edition with the exams in force; empty if the draft is no valid edition
 * @param violations what must be changed before it can be published, in the order of its lines
 */
public record DraftCheck(Optional<Guide> guide, List<GuideViolation> violations) {

    /** The edition; empty if the draft can't be published. */
    public Optional<Guide> validGuide() {
        return isValid() ? guide : Optional.empty();
    }

    /** Whether the draft can be published. */
    public boolean isValid() {
        return violations.isEmpty();
    }
}
