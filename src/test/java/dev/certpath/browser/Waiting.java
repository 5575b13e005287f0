package dev.certpath.browser;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.openqa.selenium.WebDriverException;

/** Waits for conditions of a page. */
final class Waiting {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration INTERVAL = Duration.ofMillis(10);

    private Waiting() {}

    /** Waits until a condition holds; returns false if it does not within 30 seconds. */
    static boolean until(BooleanSupplier condition) {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (System.nanoTime() < end) {
            if (holds(condition)) {
                return true;
            }
            LockSupport.parkNanos(INTERVAL.toNanos());
        }
        return false;
    }

    /** While a page is being replaced, the driver throws various exceptions. */
    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (WebDriverException betweenPages) {
            return false;
        }
    }
}
