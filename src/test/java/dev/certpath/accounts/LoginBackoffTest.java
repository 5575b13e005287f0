package dev.certpath.accounts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginBackoffTest {

    @ParameterizedTest
    @CsvSource({"4, 0", "5, 1", "6, 2", "7, 4", "10, 32", "11, 60", "12, 60", "1000000, 60"})
    void doublesWaitUpToAnHour(int failures, long minutes) {
        assertEquals(
                Duration.ofMinutes(minutes), LoginBackoff.waitAfter(failures).orElse(Duration.ZERO));
    }

    @ParameterizedTest
    @CsvSource({"5, PT0S, 5", "5, PT59M, 5", "5, PT1H, 4", "5, PT4H30M, 1", "5, PT5H, 0", "5, PT1000H, 0", "5, PT-9H, 5"
    })
    void forgivesOneFailureAnHour(int failures, Duration sinceLast, int remaining) {
        assertEquals(remaining, LoginBackoff.remaining(failures, sinceLast));
    }
}
