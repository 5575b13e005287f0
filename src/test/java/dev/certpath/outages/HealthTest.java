package dev.certpath.outages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.Api;
import dev.certpath.Log;
import dev.certpath.SharedDatabase;
import dev.certpath.Site;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the server says of itself to those who look after it: whether it lives, and whether it can work. */
@TracesInTheLog
class HealthTest {

    private static final String HEALTH = "/actuator/health";
    private static final String ALIVE = "/actuator/health/liveness";
    private static final String READY = "/actuator/health/readiness";

    @TempDir
    private Path folder;

    @Test
    void withItsDataElsewhereItIsReadyWhileThatAnswersHoweverFullItsOwnDisk() {
        try (var database = SharedDatabase.in(folder);
                var site = Site.on(folder, withNoRoom(database.settings()))) {
            says(site, READY, 200);
            says(site, HEALTH, 200);

            database.goesAway();
            var log = Log.during(() -> {
                says(site, READY, 503);
                says(site, HEALTH, 503);
                says(site, READY, 503);
            });
            says(site, ALIVE, 200);
            assertThat(log.lines())
                    .as("nobody reads a trace every ten seconds")
                    .noneMatch(line -> line.contains("\tat "));

            database.comesBack();
            await(() -> status(site, READY) == 200);
        }
    }

    @Test
    void withoutRoomForItsDataItLivesButIsNotReady() {
        Site.on(folder).close(); // with room, for its first account
        try (var site = Site.on(folder, withNoRoom())) {
            says(site, READY, 503);
            says(site, ALIVE, 200);
        }
    }

    private static String[] withNoRoom(String... settings) {
        return Stream.concat(Stream.of(settings), Stream.of("management.health.diskspace.threshold=1000000TB"))
                .toArray(String[]::new);
    }

    private static int status(Site site, String address) {
        return site.api().gets(address).status();
    }

    /** Waits for what takes its time, for as long as the slowest machine may need, and never twice in half a second. */
    private static void await(BooleanSupplier expected) {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (!expected.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        }
    }

    private static void says(Site site, String address, int status) {
        var reply = new Api(site.address()).gets(address);
        assertThat(reply.status()).as(address).isEqualTo(status);
        assertThat(reply.json().propertyNames()).as("told to everyone").isSubsetOf("status", "groups");
    }
}
