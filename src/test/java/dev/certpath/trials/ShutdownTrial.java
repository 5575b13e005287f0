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
 * SIGTERM under load. Responses that were started are completed, and everything saved was acknowledged. Later requests
 * get no response at all, so that a load balancer can send them to another instance.
 */
class ShutdownTrial {

    private static final int ROUNDS = Integer.getInteger("certpath.stops", 10);
    private static final int CLIENTS = 32;
    private static final Set<Integer> ALLOWED = Set.of(200, 201, 303, 503, ResponseStatistics.NO_RESPONSE);
    private static final int EXIT_CODE_OF_SIGTERM = 128 + 15;

    @Test
    void noResponseIsIncomplete(@TempDir Path folder) {
        long complete = 0;
        long refused = 0;
        long slowest = 0;
        long saved = 0;
        for (int round = 0; round < ROUNDS; round++) {
            try (var process = ApplicationProcess.on(folder);
                    var load = LoadGenerator.start(
                            CLIENTS,
                            process.address(),
                            SimulatedRequest.check(),
                            SimulatedRequest.save(),
                            SimulatedRequest.preview(),
                            SimulatedRequest.saveByForm())) {
                LoadGenerator.pause(Duration.ofSeconds(3));
                var signalled = Instant.now();
                process.terminate();
                assertThat(process.exitCode()).isEqualTo(EXIT_CODE_OF_SIGTERM);
                slowest = Math.max(
                        slowest, Duration.between(signalled, Instant.now()).toMillis());
                var statuses = load.stop().countByStatus();
                assertThat(statuses).as("round %s", round).doesNotContainKey(ResponseStatistics.INCOMPLETE);
                assertThat(load.statistics().responses())
                        .as("round %s", round)
                        .allMatch(response -> ALLOWED.contains(response.status()));
                refused += statuses.getOrDefault(ResponseStatistics.NO_RESPONSE, 0L);
                complete += load.statistics().size() - statuses.getOrDefault(ResponseStatistics.NO_RESPONSE, 0L);
                saved += statuses.getOrDefault(201, 0L) + statuses.getOrDefault(303, 0L);
            }
        }
        try (var site = TestApplication.on(folder)) {
            assertThat(site.caseCount()).as("saved without acknowledgement").isEqualTo((int) saved);
        }
        System.out.printf(
                "TRIAL %d stops with %d clients: %,d complete responses, 0 incomplete, %,d saved and all of them"
                        + " acknowledged; %,d requests without response; ended after %d ms at most%n",
                ROUNDS, CLIENTS, complete, saved, refused, slowest);
    }
}
