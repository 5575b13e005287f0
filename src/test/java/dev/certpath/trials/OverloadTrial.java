package dev.certpath.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApplicationProcess;
import dev.certpath.trials.ResponseStatistics.Answer;
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
 * Four times as many requests as the site can carry, from one address that is not limited. The site has one core of this
 * machine and the clients another, as they would on machines of their own.
 */
class OverloadTrial {

    private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("certpath.seconds", 60));
    private static final Duration WARM_UP = Duration.ofSeconds(45);
    private static final Duration MEASURED = Duration.ofSeconds(10);
    private static final Duration BACK_TO_NORMAL = Duration.ofSeconds(5);
    private static final Duration BETWEEN_VISITS = Duration.ofMillis(100);
    private static final int TIMES = 4;
    private static final int CLIENTS = 16;
    private static final int MOST_GROWTH_MEBIBYTES = 32;
    private static final int IN_A_ROW = 10;

    /** Whoever is refused has to hear it before so many others could have been answered one after the other. */
    private static final int ANSWERS_TO_REFUSE_WITHIN = 125;

    private static final ClientRequest[] ASKS = {
        ClientRequest.check(), ClientRequest.save(), ClientRequest.preview(), ClientRequest.question()
    };

    @Test
    void onlyRefusalsBesideAnswersAndAQuickReturn(@TempDir Path folder) throws IOException {
        try (var process = ApplicationProcess.on(
                folder, "-XX:ActiveProcessorCount=1", "-Xms256m", "-Xmx256m", "-XX:+AlwaysPreTouch")) {
            var site = process.address();
            keepTo(0, process.pid());
            keepTo(1, ProcessHandle.current().pid());
            closedLoop(site, WARM_UP);
            int capacity = (int) (closedLoop(site, MEASURED).size() / MEASURED.toSeconds());
            long normal = quiet(site);
            var memory = new ArrayList<Integer>();
            var visits = new ArrayList<Answer>();
            var load = CompletableFuture.supplyAsync(() -> LoadGenerator.ofRate(capacity * TIMES, TIME, site, ASKS));
            while (!load.isDone()) {
                LoadGenerator.pause(BETWEEN_VISITS);
                visits.add(visit(site));
                memory.add(ProcessStatistics.of(process.pid()).mebibytes());
            }
            var end = Instant.now();
            var back = backToNormal(site, normal, end);
            tell(capacity, load.join(), new ResponseStatistics(visits), memory, back);
            assertThat(back).isLessThan(BACK_TO_NORMAL);
            assertThat(process.errors()).isEmpty();
        }
    }

    /**
     * Somebody who comes by themselves, and is told how long it took: the many clients are too busy with each other to
     * notice at once that they were answered.
     */
    private static Answer visit(URI site) throws IOException {
        var start = Instant.now();
        var visitor = (HttpURLConnection) site.toURL().openConnection();
        visitor.setRequestProperty("Connection", "close");
        int status = visitor.getResponseCode();
        return new Answer("visit", start, Duration.between(start, Instant.now()), status);
    }

    private static void tell(
            int capacity, ResponseStatistics tally, ResponseStatistics visits, List<Integer> memory, Duration back) {
        var refusals = visits.only(visit -> visit.status() == 503);
        System.out.printf(
                "TRIAL %d times the load of %,d/s for %d s: offered %,d/s; %s; 2xx within %d ms (median), %d visitors"
                        + " refused within %d ms; memory %d MiB halfway, %d MiB at the end; back to normal after %d ms%n",
                TIMES,
                capacity,
                TIME.toSeconds(),
                tally.size() / TIME.toSeconds(),
                tally.statuses(),
                tally.only(answer -> answer.status() < 300).milliseconds(0.5),
                refusals.size(),
                refusals.milliseconds(0.5),
                memory.get(memory.size() / 2),
                memory.get(memory.size() - 1),
                back.toMillis());
        assertThat(tally.statuses().keySet()).isSubsetOf(200, 201, 429, 503);
        assertThat(tally.size() / TIME.toSeconds()).as("offered a second").isGreaterThan(capacity * (TIMES - 1L));
        assertThat(tally.statuses()).as("answered all the same").containsKeys(200, 201);
        assertThat(refusals.size()).as("visitors refused").isPositive();
        assertThat(refusals.milliseconds(0.5))
                .as("milliseconds to refuse")
                .isLessThan(1_000L * ANSWERS_TO_REFUSE_WITHIN / capacity);
        int halfway = memory.get(memory.size() / 2);
        assertThat(memory.get(memory.size() - 1) - halfway)
                .as("growth of %s", memory)
                .isLessThan(MOST_GROWTH_MEBIBYTES);
    }

    private static void keepTo(int core, long process) throws IOException {
        new ProcessBuilder("taskset", "-a", "-p", "-c", Integer.toString(core), Long.toString(process))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .onExit()
                .join();
    }

    private static ResponseStatistics closedLoop(URI site, Duration time) {
        try (var load = LoadGenerator.of(CLIENTS, site, ASKS)) {
            LoadGenerator.pause(time);
            return load.stop();
        }
    }

    /** How long a request takes when there is nobody else, in milliseconds: the slower ones. */
    private static long quiet(URI site) {
        return Math.max(20, probes(site, 50).milliseconds(0.9));
    }

    /** How long after the end ten requests in a row are answered as ever, give or take a noisy neighbour. */
    private static Duration backToNormal(URI site, long normal, Instant end) {
        while (Duration.between(end, Instant.now()).compareTo(BACK_TO_NORMAL.multipliedBy(4)) < 0) {
            var start = Instant.now();
            var probes = probes(site, IN_A_ROW);
            if (probes.statuses().keySet().stream().allMatch(status -> status == 200 || status == 201)
                    && probes.milliseconds(0.5) <= 2 * normal) {
                return Duration.between(end, start);
            }
        }
        return BACK_TO_NORMAL.multipliedBy(4);
    }

    private static ResponseStatistics probes(URI site, int many) {
        try (var load = LoadGenerator.of(1, site, ASKS)) {
            while (load.tally().size() < many) {
                LoadGenerator.pause(Duration.ofMillis(5));
            }
            return load.stop();
        }
    }
}
