package dev.certpath.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.Api;
import dev.certpath.OwnProcess;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A recommendation that was acknowledged survives {@code kill -9}. For a long trial: {@code -Dcertpath.kills=20}.
 */
class KillTest {

    private static final int KILLS = Integer.getInteger("certpath.kills", 2);
    private static final int WRITERS = 4;
    private static final int SAVED_BEFORE_THE_KILL = 200;

    private static final String BODY = """
            {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"expert"}""";

    @TempDir
    private Path folder;

    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    @Test
    void everythingAcknowledgedIsThereAfterAKillInMidLoad() {
        for (int kill = 0; kill < KILLS; kill++) {
            saveUntilKilled();
        }
        try (var process = OwnProcess.on(folder)) {
            var api = new Api(process.address());
            assertThat(lost(api, acknowledged))
                    .as("lost of %s", acknowledged.size())
                    .isEmpty();
        }
    }

    private void saveUntilKilled() {
        var threads = Executors.newFixedThreadPool(WRITERS);
        try (var process = OwnProcess.on(folder)) {
            var api = new Api(process.address());
            var enough = new CountDownLatch(SAVED_BEFORE_THE_KILL);
            var writers = Stream.generate(
                            () -> CompletableFuture.runAsync(() -> saveAsLongAsItAnswers(api, enough), threads))
                    .limit(WRITERS)
                    .toArray(CompletableFuture<?>[]::new);
            await(enough);
            process.kill();
            CompletableFuture.allOf(writers).join();
        } finally {
            threads.shutdown();
        }
    }

    private void saveAsLongAsItAnswers(Api api, CountDownLatch enough) {
        try {
            while (true) {
                var reply = api.posts("/api/v1/recommendations", BODY);
                assertThat(reply.status()).isEqualTo(201);
                acknowledged.add(reply.json().get("id").stringValue());
                enough.countDown();
            }
        } catch (UncheckedIOException killed) {
            // What was not acknowledged may be there or not.
        }
    }

    private static Collection<String> lost(Api api, Collection<String> ids) {
        return ids.stream()
                .filter(id -> api.gets("/api/v1/recommendations/" + id).status() != 200)
                .toList();
    }

    private static void await(CountDownLatch enough) {
        try {
            assertThat(enough.await(2, TimeUnit.MINUTES))
                    .as("%s are saved before the kill", SAVED_BEFORE_THE_KILL)
                    .isTrue();
        } catch (InterruptedException cause) {
            throw new AssertionError(cause);
        }
    }
}
