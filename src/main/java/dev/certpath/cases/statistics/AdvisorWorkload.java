package dev.certpath.cases.statistics;

import java.time.Instant;
import java.util.Optional;

/**
 * The open cases that an advisor has.
 *
 * @param advisor the username; empty for the cases that nobody has
 * @param active the number of open cases
 * @param waiting the number of those whose student waits for an answer
 * @param oldestRequest when the student asked who has been waiting longest, if one waits
 */
public record AdvisorWorkload(String advisor, long active, long waiting, Optional<Instant> oldestRequest) {

    /** The workload of an advisor without open cases. */
    public static AdvisorWorkload none(String advisor) {
        return new AdvisorWorkload(advisor, 0, 0, Optional.empty());
    }
}
