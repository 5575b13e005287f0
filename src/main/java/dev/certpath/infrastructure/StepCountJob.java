package dev.certpath.infrastructure;

import dev.certpath.usage.StepCountService;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Stores every minute, on every instance, how often the steps of the questionnaire were reached since the last time. */
@Component
class StepCountJob {

    private final StepCountService counts;

    StepCountJob(StepCountService counts) {
        this.counts = counts;
    }

    @Scheduled(initialDelay = 1, fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void storeCounts() {
        counts.store();
    }
}
