package dev.certpath.accounts;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The failed logins of a username from one source. Rows are inserted by {@link LoginFailuresRepository#insert}. */
@Entity
@Table(name = "login_failures")
class LoginFailures {

    /**
     * What the failures are counted by.
     *
     * @param subject the keyed hash of a username
     * @param source where logins come from, see {@link LoginSource}
     */
    @Embeddable
    record Key(String subject, String source) implements Serializable {}

    @EmbeddedId
    private Key key;

    private int failures;
    private Instant failedAt;
    private @Nullable Instant waitsUntil;

    protected LoginFailures() {}

    /** The keyed hash of the username. */
    String subject() {
        return key.subject();
    }

    /** Whether further logins are refused at a point in time. */
    boolean isWaitingAt(Instant now) {
        return waitsUntil != null && now.isBefore(waitsUntil);
    }

    /** Forgives old failures, then counts one more and sets the wait until the next login. */
    void addWithBackoff(Instant now) {
        int remaining = LoginBackoff.remaining(failures, Duration.between(failedAt, now));
        failures = Math.min(remaining + 1, LoginBackoff.MAX_FAILURES);
        failedAt = now;
        waitsUntil = LoginBackoff.waitAfter(failures).map(now::plus).orElse(null);
    }

    /** Whether a number of failures is reached on the day of a point in time, in UTC. */
    boolean hasReached(int limit, Instant now) {
        return isOnDayOf(now) && failures >= limit;
    }

    /** Counts a failure of the current day. */
    void addToday(Instant now) {
        if (!isOnDayOf(now)) {
            failures = 0;
            waitsUntil = null;
        }
        failures++;
        failedAt = now;
    }

    /**
     * Marks the limit per day as reached.
     *
     * @return whether it was not marked yet, which is true once a day
     */
    boolean markReached(Instant now) {
        boolean isFirst = waitsUntil == null;
        waitsUntil = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
        return isFirst;
    }

    /** Takes back a failure that was counted and turned out to be a successful login. */
    void subtract() {
        failures = Math.max(0, failures - 1);
    }

    private boolean isOnDayOf(Instant now) {
        return failedAt.truncatedTo(ChronoUnit.DAYS).equals(now.truncatedTo(ChronoUnit.DAYS));
    }
}
