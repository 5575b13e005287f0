package dev.certpath.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApplicationProcess;
import dev.certpath.testsupport.PostgresServer;
import dev.certpath.testsupport.RequiresPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL is killed under load and restarted later: pages without data stay available, and saving recovers by
 * itself.
 */
@RequiresPostgres
class DatabaseUnavailableTrial {

    private static final Duration OUTAGE = Duration.ofSeconds(Integer.getInteger("certpath.seconds", 30));
    private static final Duration BEFORE_OUTAGE = Duration.ofSeconds(10);
    private static final Duration RECOVERY = Duration.ofSeconds(15);

    private static final int READERS = 20;
    private static final int MAX_MEDIAN_MILLISECONDS = 250;
    private static final int SAVERS = 40;

    /** The threads of Tomcat and the connection pool, and some of the JVM. */
    private static final int MAX_THREADS = 280;

    @Test
    void pagesStayAvailableAndSavingRecovers(@TempDir Path folder) throws IOException {
        try (var postgres = PostgresServer.start();
                var process =
                        ApplicationProcess.on(folder, postgres.newDatabase().toArray(String[]::new))) {
            var site = process.address();
            try (var readers = LoadGenerator.start(
                            READERS,
                            site,
                            SimulatedRequest.start(),
                            SimulatedRequest.question(),
                            SimulatedRequest.check(),
                            SimulatedRequest.preview());
                    var savers =
                            LoadGenerator.start(SAVERS, site, SimulatedRequest.save(), SimulatedRequest.saveByForm())) {
                LoadGenerator.pause(BEFORE_OUTAGE);
                postgres.stop();
                var down = Instant.now();
                var threads = threadsDuring(process, OUTAGE);
                var up = Instant.now();
                postgres.restart();
                LoadGenerator.pause(RECOVERY);
                check(readers.statistics(), savers.statistics(), down, up, threads);
                assertThat(threads).allSatisfy(count -> assertThat(count).isLessThan(MAX_THREADS));
            }
        }
    }

    private static void check(
            ResponseStatistics read, ResponseStatistics saved, Instant down, Instant up, List<Integer> threads) {
        assertThat(read.countByStatus()).as("pages that need no database").containsOnlyKeys(200);
        assertThat(read.sentBetween(down, up).quantileMillis(0.5))
                .as("milliseconds for a page")
                .isLessThan(MAX_MEDIAN_MILLISECONDS);
        assertThat(saved.countByStatus()).as("saving").containsOnlyKeys(201, 303, 503);
        var refused = saved.sentBetween(down, up)
                .filter(response ->
                        response.receivedAt().isBefore(up)); // some of the requests that are still waiting then succeed
        assertThat(refused.countByStatus()).as("saving during the outage").containsOnlyKeys(503);
        var recovered =
                saved.filter(response -> response.status() != 503).sentBetween(up, Instant.MAX).responses().stream()
                        .map(response -> response.receivedAt())
                        .min(Instant::compareTo)
                        .orElseThrow();
        var end = up.plus(RECOVERY);
        assertThat(saved.sentBetween(end.minusSeconds(3), end).countByStatus())
                .as("saving after recovery")
                .doesNotContainKey(503);
        System.out.printf(
                "TRIAL database unavailable for %d s: pages %s, slowest %d ms; saving %s, slowest %d ms;"
                        + " first saved %d ms after the restart began; %d to %d threads%n",
                Duration.between(down, up).toSeconds(),
                read.sentBetween(down, up).countByStatus(),
                read.sentBetween(down, up).quantileMillis(1),
                refused.countByStatus(),
                refused.quantileMillis(1),
                Duration.between(up, recovered).toMillis(),
                threads.stream().mapToInt(Integer::intValue).min().orElseThrow(),
                threads.stream().mapToInt(Integer::intValue).max().orElseThrow());
    }

    private static List<Integer> threadsDuring(ApplicationProcess process, Duration time) {
        return LongStream.range(0, time.toSeconds())
                .mapToObj(second -> {
                    LoadGenerator.pause(Duration.ofSeconds(1));
                    return ProcessStatistics.of(process.pid()).threads();
                })
                .toList();
    }
}
