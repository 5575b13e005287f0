package dev.certpath.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApplicationProcess;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * SIGTERM under load. An answer that began comes to its end, and whatever was saved was answered; whoever comes when the
 * door is closing is refused, or finds the connection closed without a byte, and can go elsewhere.
 */
class ShutdownTrial {

    private static final int ROUNDS = Integer.getInteger("certpath.stops", 10);
    private static final int CLIENTS = 32;
    private static final Set<Integer> FINE = Set.of(200, 201, 303, 503, ResponseStatistics.REFUSED);
    private static final int ENDED_BY_SIGTERM = 128 + 15;

    @Test
    void noRequestIsCut(@TempDir Path folder) {
        long whole = 0;
        long refused = 0;
        long slowest = 0;
        long saved = 0;
        for (int round = 0; round < ROUNDS; round++) {
            try (var process = ApplicationProcess.on(folder);
                    var load = LoadGenerator.of(
                            CLIENTS,
                            process.address(),
                            ClientRequest.check(),
                            ClientRequest.save(),
                            ClientRequest.preview(),
                            ClientRequest.form())) {
                LoadGenerator.pause(Duration.ofSeconds(3));
                var asked = Instant.now();
                process.terminate();
                assertThat(process.exitCode()).isEqualTo(ENDED_BY_SIGTERM);
                slowest =
                        Math.max(slowest, Duration.between(asked, Instant.now()).toMillis());
                var statuses = load.stop().statuses();
                assertThat(statuses).as("round %s", round).doesNotContainKey(ResponseStatistics.CUT);
                assertThat(load.tally().answers())
                        .as("round %s", round)
                        .allMatch(answer -> FINE.contains(answer.status()));
                refused += statuses.getOrDefault(ResponseStatistics.REFUSED, 0L);
                whole += load.tally().size() - statuses.getOrDefault(ResponseStatistics.REFUSED, 0L);
                saved += statuses.getOrDefault(201, 0L) + statuses.getOrDefault(303, 0L);
            }
        }
        try (var site = TestApplication.on(folder)) {
            assertThat(site.caseCount()).as("saved, and not told so").isEqualTo((int) saved);
        }
        System.out.printf(
                "TRIAL %d stops under %d clients: %,d whole answers, 0 cut, %,d saved and 0 of them"
                        + " unanswered; %,d refused at the closed door; ended after %d ms at most%n",
                ROUNDS, CLIENTS, whole, saved, refused, slowest);
    }
}
