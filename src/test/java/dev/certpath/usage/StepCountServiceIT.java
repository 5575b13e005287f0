package dev.certpath.usage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.MovableClock;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.TestApplication;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Counts in memory are added to a table, by day and for all instances together. */
@OnEveryDatabase
class StepCountServiceIT {

    private static final QuestionnaireStep ROLE = QuestionnaireStep.question("role-focus");
    private static final LocalDate DAY = LocalDate.parse("2026-11-23");

    private final TestApplication site = TestApplication.shared();
    private final MovableClock clock = new MovableClock(Instant.parse("2026-11-23T23:59:30Z"));
    private final StepCountService stored = site.bean(StepCountService.class);

    @BeforeEach
    void forgetsCounts() {
        stored.store();
        site.update("delete from questionnaire_views");
    }

    @Test
    void countsByDayInUtc() {
        var counter = new StepCounter(clock);
        counter.count(ROLE);
        counter.count(QuestionnaireStep.CHECK);
        clock.advance(Duration.ofMinutes(1));
        counter.count(ROLE);
        store(counter);
        store(counter);

        assertThat(stored.findCounts(Optional.of(DAY), Optional.of(DAY)))
                .isEqualTo(Map.of(ROLE, 1L, QuestionnaireStep.CHECK, 1L));
        assertThat(stored.findCounts(Optional.of(DAY.plusDays(1)), Optional.empty()))
                .isEqualTo(Map.of(ROLE, 1L));
        assertThat(stored.findCounts(Optional.empty(), Optional.empty()))
                .isEqualTo(Map.of(ROLE, 2L, QuestionnaireStep.CHECK, 1L));
        assertThat(stored.findCounts(Optional.empty(), Optional.of(DAY.minusDays(1))))
                .isEmpty();
    }

    @Test
    void addsUpWhatInstancesStoreAtTheSameTime() {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var instances = IntStream.range(0, 8)
                    .mapToObj(number -> CompletableFuture.runAsync(this::countsAndStores, threads))
                    .toList();
            instances.forEach(CompletableFuture::join);
        } finally {
            threads.shutdown();
        }
        assertThat(stored.findCounts(Optional.empty(), Optional.empty()))
                .isEqualTo(Map.of(ROLE, 80L, QuestionnaireStep.SAVED, 80L));
    }

    private void countsAndStores() {
        var counter = new StepCounter(clock);
        for (int round = 0; round < 10; round++) {
            counter.count(ROLE);
            counter.count(QuestionnaireStep.SAVED);
            store(counter);
        }
    }

    @Test
    void losesNothingThatIsCountedWhileItIsStored() {
        var counter = new StepCounter(clock);
        var counting =
                CompletableFuture.runAsync(() -> IntStream.range(0, 100_000).forEach(number -> counter.count(ROLE)));
        long taken = 0;
        while (!counting.isDone()) {
            taken += sum(counter);
        }
        counting.join();
        assertThat(taken + sum(counter)).isEqualTo(100_000);
    }

    private static long sum(StepCounter counter) {
        return counter.takeCounts().values().stream().mapToLong(Long::longValue).sum();
    }

    /** Stores what an instance has counted. */
    private void store(StepCounter counter) {
        var service = new StepCountService(counter, site.bean(JdbcClient.class));
        site.bean(TransactionOperations.class).executeWithoutResult(status -> service.store());
    }
}
