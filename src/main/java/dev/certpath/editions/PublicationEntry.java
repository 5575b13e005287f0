package dev.certpath.editions;

import java.time.Instant;
import java.util.Optional;

/**
 * A publication in the history.
 *
 * @param id its number
 * @param publication what was published
 * @param dryRun the number of the dry run that its admin saw; empty for one that the application ships or that is older
 * @param withdrawal who took it back before its day; empty if nobody did
 */
public record PublicationEntry(
        long id, Publication publication, Optional<Long> dryRun, Optional<Withdrawal> withdrawal) {

    /**
     * That a publication was taken back.
     *
     * @param by the username of the admin who did
     */
    public record Withdrawal(Instant at, String by) {}

    /** Whether its edition is still to come into force. */
    public boolean isPending(Instant now) {
        return withdrawal.isEmpty() && publication.inForceFrom().isAfter(now);
    }
}
