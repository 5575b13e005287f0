package dev.certpath.editions;

import java.time.Instant;
import java.util.Optional;

/**
 * An edition that came or comes into force.
 *
 * @param edition the number of the edition
 * @param inForceFrom when it comes into force
 * @param reason why it was published; empty for an edition that the application ships
 * @param publishedAt when it was published
 * @param publishedBy the username of the admin who published it; empty for an edition that the application ships
 */
public record Publication(
        int edition, Instant inForceFrom, String reason, Instant publishedAt, Optional<String> publishedBy) {

    /** Since when it is in force here: an edition that the application ships is valid before it is imported. */
    public Instant since() {
        return inForceFrom.isAfter(publishedAt) ? inForceFrom : publishedAt;
    }
}
