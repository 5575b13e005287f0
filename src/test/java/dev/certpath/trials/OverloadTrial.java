package dev.certpath.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApplicationProcess;
import dev.certpath.trials.ResponseStatistics.TimedResponse;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four times as many requests as the application can process, from one client address without a rate limit. Application
 * and clients have one core each, as if they were on different machines.
 */
class OverloadTrial {

    private static final Duration OVERLOAD = Duration.ofSeconds(Integer.getInteger("certpath.seconds", 60));
    private static final Duration WARM_UP = Duration.ofSeconds(45);
    private static final Duration CAPACITY_MEASUREMENT = Duration.ofSeconds(10);
    private static final Duration MAX_RECOVERY = Duration.ofSeconds(5);
    private static final Duration BETWEEN_PROBES = Duration.ofMillis(100);
    private static final int FACTOR = 4;
    private static final int CLIENTS = 16;
    private static final int MAX_GROWTH_MEBIBYTES = 32;
    private static final int PROBES = 10;

    private static final SimulatedRequest[] REQUESTS = {
        SimulatedRequest.check(), SimulatedRequest.save(), SimulatedRequest.preview(), SimulatedRequest.question()
    };

    @Test
    void excessRequestsAreRefusedFastAndServiceRecovers(@TempDir Path folder) throws IOException {
        try (var process = ApplicationProcess.on(
                folder, "-XX:ActiveProcessorCount=1", "-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch")) {
            var site = process.address();
            pinToCore(0, process.pid());
            pinToCore(1, ProcessHandle.current().pid());
            closedLoop(site, WARM_UP);
            int capacity = (int) (closedLoop(site, CAPACITY_MEASUREMENT).size() / CAPACITY_MEASUREMENT.toSeconds());
            long normal = normalMillis(site);
            var memory = new ArrayList<Integer>();
            var probes = new ArrayList<TimedResponse>();
            var load = CompletableFuture.supplyAsync(
                    () -> LoadGenerator.runAtRate(capacity * FACTOR, OVERLOAD, site, REQUESTS));
            while (!load.isDone()) {
                LoadGenerator.pause(BETWEEN_PROBES);
                probes.add(probe(site));
                memory.add(ProcessStatistics.of(process.pid()).mebibytes());
            }
            var end = Instant.now();
            var recovery = recoveryTime(site, normal, end);
            check(capacity, load.join(), new ResponseStatistics(probes), memory, recovery);
            assertThat(recovery).isLessThan(MAX_RECOVERY);
            assertThat(process.errors()).isEmpty();
        }
    }

    /**
     * Measures one request on a connection of its own. The load generator's own times are too long, because its
     * thousands of pending requests delay each other.
     */
    private static TimedResponse probe(URI site) throws IOException {
        var start = Instant.now();
        var connection = (HttpURLConnection) site.toURL().openConnection();
        connection.setRequestProperty("Connection", "close");
        int status = connection.getResponseCode();
        return new TimedResponse("probe", start, Duration.between(start, Instant.now()), status);
    }

    private static void check(
            int capacity, ResponseStatistics load, ResponseStatistics probes, List<Integer> memory, Duration recovery) {
        var refusals = probes.filter(probe -> probe.status() == 503);
        System.out.printf(
                "TRIAL %d times the capacity of %,d/s for %d s: sent %,d/s; %s; 2xx within %d ms (median), %d probes"
                        + " refused within %d ms (median); memory %d MiB halfway, %d MiB at the end; recovered after"
                        + " %d ms%n",
                FACTOR,
                capacity,
                OVERLOAD.toSeconds(),
                load.size() / OVERLOAD.toSeconds(),
                load.countByStatus(),
                load.filter(response -> response.status() < 300).quantileMillis(0.5),
                refusals.size(),
                refusals.quantileMillis(0.5),
                memory.get(memory.size() / 2),
                memory.get(memory.size() - 1),
                recovery.toMillis());
        assertThat(load.countByStatus().keySet()).isSubsetOf(200, 201, 429, 503);
        assertThat(load.size() / OVERLOAD.toSeconds()).as("sent per second").isGreaterThan(capacity * (FACTOR - 1L));
        assertThat(load.countByStatus()).as("processed").containsKeys(200, 201);
        assertThat(refusals.size()).as("refused probes").isPositive();
        int halfway = memory.get(memory.size() / 2);
        assertThat(memory.get(memory.size() - 1) - halfway)
                .as("growth of %s", memory)
                .isLessThan(MAX_GROWTH_MEBIBYTES);
    }

    private static void pinToCore(int core, long process) throws IOException {
        new ProcessBuilder("taskset", "-a", "-p", "-c", Integer.toString(core), Long.toString(process))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .onExit()
                .join();
    }

    private static ResponseStatistics closedLoop(URI site, Duration time) {
        try (var load = LoadGenerator.start(CLIENTS, site, REQUESTS)) {
            LoadGenerator.pause(time);
            return load.stop();
        }
    }

    /** The 90th percentile of the durations without other load, in milliseconds. */
    private static long normalMillis(URI site) {
        return Math.max(20, sequentialRequests(site, 50).quantileMillis(0.9));
    }

    /** The time until the median of ten requests in a row is at most twice the normal duration. */
    private static Duration recoveryTime(URI site, long normal, Instant end) {
        while (Duration.between(end, Instant.now()).compareTo(MAX_RECOVERY.multipliedBy(4)) < 0) {
            var start = Instant.now();
            var responses = sequentialRequests(site, PROBES);
            if (responses.countByStatus().keySet().stream().allMatch(status -> status == 200 || status == 201)
                    && responses.quantileMillis(0.5) <= 2 * normal) {
                return Duration.between(end, start);
            }
        }
        return MAX_RECOVERY.multipliedBy(4);
    }

    private static ResponseStatistics sequentialRequests(URI site, int count) {
        try (var load = LoadGenerator.start(1, site, REQUESTS)) {
            while (load.statistics().size() < count) {
                LoadGenerator.pause(Duration.ofMillis(5));
            }
            return load.stop();
        }
    }
}
