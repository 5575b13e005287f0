package dev.certpath.logging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Logs warnings about requests, at most one per kind and minute, so that clients can't fill the log. Suppressed warnings
 * are counted, and their number is logged when the minute is over. Logback's {@code DuplicateMessageFilter} does neither:
 * it has no notion of time and no count.
 */
@Component
public class WarningLimiter {

    private static final Duration INTERVAL = Duration.ofMinutes(1);

    /** Kinds beyond this number in one interval are logged together as the kind "others". */
    private static final int MAX_KINDS = 1_000;

    private static final Kind OTHERS = new Kind("dev.certpath.logging", "others");

    private final Map<Kind, Interval> intervals = new HashMap<>();
    private final Clock clock;

    private record Kind(String logger, String message) {}

    /** The minute that follows a logged warning, in which further ones of the same kind are suppressed. */
    private static final class Interval {

        private final Logger logger;
        private final Instant start;
        private int logged;
        private long suppressed;

        private Interval(Logger logger, Instant start) {
            this.logger = logger;
            this.start = start;
        }

        private boolean includes(Instant now) {
            return !now.isBefore(start) && now.isBefore(start.plus(INTERVAL));
        }
    }

    WarningLimiter(Clock clock) {
        this.clock = clock;
    }

    /**
     * Logs a warning, unless one of its kind was logged within the last minute.
     *
     * @param logger the logger; with the message it is the kind of the warning
     * @param message the message, which must contain nothing that a client sent
     */
    public void warn(Logger logger, String message) {
        warn(logger, message, 1);
    }

    /**
     * Logs a warning, unless many of its kind were logged within a minute.
     *
     * @param logger the logger; with the message it is the kind of the warning
     * @param message the message, which must contain nothing that a client sent
     * @param perMinute how many of this kind are logged in a minute
     */
    public synchronized void warn(Logger logger, String message, int perMinute) {
        var interval = currentInterval(limitedKind(new Kind(logger.getName(), message)), logger);
        if (interval.logged < perMinute) {
            interval.logged++;
            logger.warn(message);
        } else {
            interval.suppressed++;
        }
    }

    private Interval currentInterval(Kind kind, Logger logger) {
        var now = clock.instant();
        var last = intervals.get(kind);
        if (last != null && last.includes(now)) {
            return last;
        }
        if (last != null) {
            logSuppressed(kind, last);
        }
        var next = new Interval(logger, now);
        intervals.put(kind, next);
        return next;
    }

    /** Logs how many warnings were suppressed in the intervals that are over. */
    @Scheduled(cron = "0 * * * * *")
    public synchronized void endIntervals() {
        var now = clock.instant();
        intervals.entrySet().removeIf(entry -> {
            boolean isOver = !entry.getValue().includes(now);
            if (isOver) {
                logSuppressed(entry.getKey(), entry.getValue());
            }
            return isOver;
        });
    }

    private Kind limitedKind(Kind kind) {
        return intervals.containsKey(kind) || intervals.size() < MAX_KINDS ? kind : OTHERS;
    }

    private static void logSuppressed(Kind kind, Interval interval) {
        if (interval.suppressed > 0) {
            interval.logger.warn("{} further warnings were not logged: {}", interval.suppressed, kind.message());
        }
    }
}
