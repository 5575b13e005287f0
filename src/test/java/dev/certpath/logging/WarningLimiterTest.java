package dev.certpath.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.MovableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class WarningLimiterTest {

    private static final Logger LOG = LoggerFactory.getLogger(WarningLimiterTest.class);

    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T10:00:00Z"));
    private final WarningLimiter warnings = new WarningLimiter(clock);

    @Test
    void logsOneWarningPerKindAndMinute() {
        assertEquals(
                List.of("one", "other"),
                warningsDuring(() -> IntStream.range(0, 1_000).forEach(attempt -> {
                    warnings.warn(LOG, "one");
                    warnings.warn(LOG, "other");
                })));

        clock.advance(Duration.ofSeconds(59));
        assertEquals(List.of(), warningsDuring(() -> warnings.warn(LOG, "one")));
    }

    @Test
    void logsNumberOfSuppressedWarningsWhenTheMinuteIsOver() {
        warningsDuring(() -> IntStream.range(0, 1_000).forEach(attempt -> warnings.warn(LOG, "one")));
        assertEquals(List.of(), warningsDuring(warnings::endIntervals));

        clock.advance(Duration.ofMinutes(1));

        assertEquals(List.of("999 further warnings were not logged: one"), warningsDuring(warnings::endIntervals));
        assertEquals(List.of("one"), warningsDuring(() -> warnings.warn(LOG, "one")));
    }

    @Test
    void logsAsManyOfAKindInAMinuteAsItsCallerAllows() {
        assertEquals(
                List.of("one", "one", "one"),
                warningsDuring(() -> IntStream.range(0, 1_000).forEach(attempt -> warnings.warn(LOG, "one", 3))));

        clock.advance(Duration.ofMinutes(1));

        assertEquals(List.of("997 further warnings were not logged: one"), warningsDuring(warnings::endIntervals));
    }

    @Test
    void logsNumberOfSuppressedWarningsBeforeTheNextOne() {
        warningsDuring(() -> IntStream.range(0, 3).forEach(attempt -> warnings.warn(LOG, "one")));

        clock.advance(Duration.ofMinutes(1));

        assertEquals(
                List.of("2 further warnings were not logged: one", "one"),
                warningsDuring(() -> warnings.warn(LOG, "one")));
    }

    @Test
    void logsNothingFurtherAboutASingleWarning() {
        warningsDuring(() -> warnings.warn(LOG, "one"));

        clock.advance(Duration.ofMinutes(1));

        assertEquals(List.of(), warningsDuring(warnings::endIntervals));
    }

    @Test
    void limitsTheNumberOfKinds() {
        var logged =
                warningsDuring(() -> IntStream.range(0, 10_000).forEach(kind -> warnings.warn(LOG, "kind " + kind)));

        assertTrue(logged.size() <= 1_001, () -> logged.size() + " lines");
    }

    private static List<String> warningsDuring(Runnable action) {
        var prefix = WarningLimiterTest.class.getName() + " ";
        return LogCapture.during(action).warnings().stream()
                .filter(line -> line.contains(prefix))
                .map(line -> line.substring(line.indexOf(prefix) + prefix.length()))
                .toList();
    }
}
