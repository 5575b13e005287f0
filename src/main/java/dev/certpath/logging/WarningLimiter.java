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

    /** The time that follows a logged warning, in which those of the same kind are suppressed. */
    private static final class Interval {

        private final Logger logger;
        private final Instant start;
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
    public synchronized void warn(Logger logger, String message) {
        var now = clock.instant();
        var kind = limitedKind(new Kind(logger.getName(), message));
        var interval = intervals.get(kind);
        if (interval != null && interval.includes(now)) {
            interval.suppressed++;
            return;
        }
        if (interval != null) {
            logSuppressed(kind, interval);
        }
        intervals.put(kind, new Interval(logger, now));
        logger.warn(message);
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
