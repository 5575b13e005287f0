package dev.certpath.accounts;

import java.time.Duration;
import java.util.Optional;

/**
 * How long an account waits after wrong passwords in a row. It never waits for good: that would let anyone lock out
 * anyone.
 */
public final class LoginBackoff {

    private static final int FAILURES_FOR_FREE = 4;
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int DOUBLINGS_TO_LONGEST = 6;

    private LoginBackoff() {}

    /** How long, after so many failures in a row; empty where the account need not wait. */
    public static Optional<Duration> after(int failures) {
        int doublings = failures - FAILURES_FOR_FREE - 1;
        if (doublings < 0) {
            return Optional.empty();
        }
        return Optional.of(doublings < DOUBLINGS_TO_LONGEST ? FIRST.multipliedBy(1L << doublings) : LONGEST);
    }
}
