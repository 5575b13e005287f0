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

/** PostgreSQL crashes under load and stays away for a while: what needs none goes on, and the rest comes back. */
@RequiresPostgres
class DatabaseUnavailableTrial {

    private static final Duration AWAY = Duration.ofSeconds(Integer.getInteger("certpath.seconds", 30));
    private static final Duration BEFORE = Duration.ofSeconds(10);
    private static final Duration TO_RECOVER = Duration.ofSeconds(15);

    private static final int READERS = 20;
    private static final int QUICKLY_MILLISECONDS = 250;
    private static final int SAVERS = 40;

    /** The server's own threads, the pool's, and some of Java's. */
    private static final int MOST_THREADS = 280;

    @Test
    void pagesStayAndSavingComesBackByItself(@TempDir Path folder) throws IOException {
        try (var postgres = PostgresServer.start();
                var process =
                        ApplicationProcess.on(folder, postgres.newDatabase().toArray(String[]::new))) {
            var site = process.address();
            try (var readers = LoadGenerator.of(
                            READERS,
                            site,
                            ClientRequest.start(),
                            ClientRequest.question(),
                            ClientRequest.check(),
                            ClientRequest.preview());
                    var savers = LoadGenerator.of(SAVERS, site, ClientRequest.save(), ClientRequest.form())) {
                LoadGenerator.pause(BEFORE);
                postgres.stop();
                var gone = Instant.now();
                var threads = threadsDuring(process, AWAY);
                var back = Instant.now();
                postgres.restart();
                LoadGenerator.pause(TO_RECOVER);
                tell(readers.tally(), savers.tally(), gone, back, threads);
                assertThat(threads).allSatisfy(count -> assertThat(count).isLessThan(MOST_THREADS));
            }
        }
    }

    private static void tell(
            ResponseStatistics read, ResponseStatistics saved, Instant gone, Instant back, List<Integer> threads) {
        assertThat(read.statuses()).as("pages that need no database").containsOnlyKeys(200);
        assertThat(read.between(gone, back).milliseconds(0.5))
                .as("milliseconds for a page")
                .isLessThan(QUICKLY_MILLISECONDS);
        assertThat(saved.statuses()).as("saving").containsOnlyKeys(201, 303, 503);
        var refused = saved.between(gone, back)
                .only(answer -> answer.at().plus(answer.took()).isBefore(back)); // who waited a little longer was saved
        assertThat(refused.statuses()).as("saving meanwhile").containsOnlyKeys(503);
        var recovered = saved.only(answer -> answer.status() != 503).between(back, Instant.MAX).answers().stream()
                .map(answer -> answer.at().plus(answer.took()))
                .min(Instant::compareTo)
                .orElseThrow();
        var end = back.plus(TO_RECOVER);
        assertThat(saved.between(end.minusSeconds(3), end).statuses())
                .as("saving at last")
                .doesNotContainKey(503);
        System.out.printf(
                "TRIAL database away for %d s: pages %s, slowest %d ms; saving meanwhile %s, slowest %d ms;"
                        + " first saved %d ms after it began to start; %d to %d threads%n",
                Duration.between(gone, back).toSeconds(),
                read.between(gone, back).statuses(),
                read.between(gone, back).milliseconds(1),
                refused.statuses(),
                refused.milliseconds(1),
                Duration.between(back, recovered).toMillis(),
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
