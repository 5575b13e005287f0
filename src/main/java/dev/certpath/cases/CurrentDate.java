package dev.certpath.cases;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** The current date of the application. Days begin at midnight UTC, whatever the time zone of the server or the user. */
@Component
public class CurrentDate {

    private final Clock clock;

    /** Creates the current date of a clock. */
    public CurrentDate(Clock clock) {
        this.clock = clock;
    }

    /** Returns today's date in UTC. */
    public LocalDate get() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
