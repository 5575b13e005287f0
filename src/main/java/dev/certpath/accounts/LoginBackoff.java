package dev.certpath.accounts;

import java.time.Duration;
import java.util.Optional;

/**
 * How long a client waits after wrong passwords: not at all after the first four, then one minute, doubled with each
 * further one, up to an hour. One wrong password is forgiven per hour without any.
 */
final class LoginBackoff {

    /** More wrong passwords are not counted: they make no wait longer, and would only be forgiven later. */
    static final int MAX_FAILURES = 11;

    private static final int FAILURES_WITHOUT_WAIT = 4;
    private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);
    private static final int DOUBLINGS_TO_LONGEST_WAIT = 6;

    private LoginBackoff() {}

    /** The wait after a number of wrong passwords; empty where the next one may follow at once. */
    static Optional<Duration> waitAfter(int failures) {
        int doublings = failures - FAILURES_WITHOUT_WAIT - 1;
        if (doublings < 0) {
            return Optional.empty();
        }
        return Optional.of(
                doublings < DOUBLINGS_TO_LONGEST_WAIT ? SHORTEST_WAIT.multipliedBy(1L << doublings) : LONGEST_WAIT);
    }

    /** The number of wrong passwords that still count after a time without any. */
    static int remaining(int failures, Duration sinceLast) {
        return (int) Math.max(0, failures - Math.max(0, sinceLast.toHours()));
    }
}
