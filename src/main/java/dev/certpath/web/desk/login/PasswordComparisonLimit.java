package dev.certpath.web.desk.login;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Limits how many passwords are compared at the same time, because each takes a processor for a good part of a second:
 * with as many as there are processors, pages stay fast and a login that waits gets its turn soon. A few more wait, in the
 * order in which they came, and further ones are rejected.
 */
@Component
class PasswordComparisonLimit {

    private static final int WAITING_PER_PERMIT = 8;
    private static final Duration MAX_WAIT = Duration.ofSeconds(5);

    private final Semaphore permits;
    private final int maxPending;
    private final Duration maxWait;
    private final AtomicInteger pending = new AtomicInteger();

    @Autowired
    PasswordComparisonLimit() {
        this(Runtime.getRuntime().availableProcessors(), MAX_WAIT);
    }

    PasswordComparisonLimit(int permits, Duration maxWait) {
        this.permits = new Semaphore(permits, true);
        this.maxPending = permits * (1 + WAITING_PER_PERMIT);
        this.maxWait = maxWait;
    }

    /**
     * Runs a comparison when there is a permit for it.
     *
     * @throws LoginOverloadException if too many wait, or this one has waited too long
     */
    <T> T run(Supplier<T> comparison) {
        boolean mayWait = pending.incrementAndGet() <= maxPending;
        try {
            return runWithPermit(comparison, mayWait);
        } finally {
            pending.decrementAndGet();
        }
    }

    /** Returns how many comparisons run or wait. */
    int pending() {
        return pending.get();
    }

    private <T> T runWithPermit(Supplier<T> comparison, boolean mayWait) {
        if (!mayWait || !acquire()) {
            throw new LoginOverloadException();
        }
        try {
            return comparison.get();
        } finally {
            permits.release();
        }
    }

    private boolean acquire() {
        try {
            return permits.tryAcquire(maxWait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
