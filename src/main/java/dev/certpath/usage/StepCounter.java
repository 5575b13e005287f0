package dev.certpath.usage;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Counts in memory how often each step is reached on a day in UTC. The steps are those of the guide, so that they are few. */
@Component
public class StepCounter {

    private final Map<StepOfDay, Long> counts = new ConcurrentHashMap<>();
    private final Clock clock;

    StepCounter(Clock clock) {
        this.clock = clock;
    }

    record StepOfDay(LocalDate day, QuestionnaireStep step) {

        /** The order in which instances change rows, so that they don't wait for each other crosswise. */
        static final Comparator<StepOfDay> IN_ORDER = Comparator.comparing(StepOfDay::day)
                .thenComparing(key -> key.step().code());
    }

    /** Counts that a step was reached. */
    public void count(QuestionnaireStep step) {
        counts.merge(new StepOfDay(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), step), 1L, Long::sum);
    }

    /** Returns the counts since the last call, and starts again at zero. */
    Map<StepOfDay, Long> takeCounts() {
        var taken = new HashMap<StepOfDay, Long>();
        for (StepOfDay key : List.copyOf(counts.keySet())) {
            var count = counts.remove(key);
            if (count != null) {
                taken.put(key, count);
            }
        }
        return taken;
    }
}
