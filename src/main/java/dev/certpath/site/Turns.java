package dev.certpath.site;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Who is worked on now: a few for each core. A hundred threads that work at once are no faster than these, but whoever
 * else needs a core, such as the one who refuses, waits behind all of them: seen in a rush of four times what can be
 * carried, refusals took two seconds, and with turns 19 milliseconds.
 *
 * <p>Nobody waits long for theirs: after a moment they go in anyway, and the {@link Door} still says how many can be in.
 */
@Component
final class Turns {

    private static final int PER_CORE = 16;

    /** Longer than a full house takes to be served, and short for a page that is held up by others. */
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final ThreadLocal<Boolean> mine = ThreadLocal.withInitial(() -> false);
    private final Semaphore free;
    private final Duration patience;

    @Autowired
    Turns() {
        this(Runtime.getRuntime().availableProcessors(), PATIENCE);
    }

    /**
     * The turns of a machine of so many cores.
     *
     * @param patience how long somebody waits before they go in anyway
     */
    Turns(int cores, Duration patience) {
        this.free = new Semaphore(cores * PER_CORE, true);
        this.patience = patience;
    }

    /** Waits for the turn of this thread, but not for ever. */
    void take() {
        try {
            mine.set(free.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves the turn of this thread, if it has one, to another: at the end, or where it will only wait. */
    void leave() {
        if (mine.get()) {
            free.release();
        }
        mine.remove();
    }
}
