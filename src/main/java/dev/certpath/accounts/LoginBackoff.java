package dev.certpath.accounts;

import java.time.Duration;
import java.util.Optional;

/**
 * How long an account is locked after wrong passwords in a row: not at all after the first four, then one minute, doubled
 * with each further one, up to an hour. It is never locked permanently, because then anyone could lock out anyone.
 */
public final class LoginBackoff {

    private static final int FAILURES_WITHOUT_LOCK = 4;
    private static final Duration SHORTEST_LOCK = Duration.ofMinutes(1);
    private static final Duration LONGEST_LOCK = Duration.ofHours(1);
    private static final int DOUBLINGS_TO_LONGEST_LOCK = 6;

    private LoginBackoff() {}

    /** The duration of the lock after a number of wrong passwords in a row; empty where the account is not locked. */
    public static Optional<Duration> lockDuration(int failures) {
        int doublings = failures - FAILURES_WITHOUT_LOCK - 1;
        if (doublings < 0) {
            return Optional.empty();
        }
        return Optional.of(
                doublings < DOUBLINGS_TO_LONGEST_LOCK ? SHORTEST_LOCK.multipliedBy(1L << doublings) : LONGEST_LOCK);
    }
}
