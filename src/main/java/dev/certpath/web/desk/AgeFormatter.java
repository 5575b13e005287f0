package dev.certpath.web.desk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Formats how long ago something was, or how long it took, in days or hours, such as "6 days". */
@Component
public class AgeFormatter {

    private final Clock clock;
    private final DeskMessages messages;

    AgeFormatter(Clock clock, DeskMessages messages) {
        this.clock = clock;
        this.messages = messages;
    }

    /** Formats the time from an instant until now. */
    public String since(Instant time) {
        return format(Duration.between(time, clock.instant()));
    }

    /** Formats a duration, rounded down. */
    public String format(Duration duration) {
        return duration.toDays() > 0
                ? messages.text("queue.age.days", duration.toDays())
                : messages.text("queue.age.hours", Math.max(0, duration.toHours()));
    }
}
