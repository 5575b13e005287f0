package dev.certpath.outages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApiClient.Response;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.PostgresServer;
import dev.certpath.testsupport.RequiresPostgres;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL server that is stopped, or that is suspended with its connections open. */
@RequiresPostgres
class PostgresUnavailableIT {

    private static final String ANSWERS = """
            {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"expert"}""";

    /** Long enough for the slowest machine. */
    private static final Duration TIMEOUT = Duration.ofMinutes(2);

    private static PostgresServer server;
    private static TestApplication site;

    @BeforeAll
    static void start(@TempDir Path folder) {
        server = PostgresServer.start();
        site = TestApplication.on(folder, server.newDatabase().toArray(String[]::new));
    }

    @AfterAll
    static void stop() {
        site.close();
        server.close();
    }

    @Test
    void savingIsRefusedWhileStoppedAndRecovers() {
        var key = UUID.randomUUID().toString();
        var advisor = site.advisor();
        server.stop();
        try {
            var log = LogCapture.during(() -> {
                isRefusedWithRetryAfter(save(key));
                advisor.opens("/advisor").gets(503);
                advisor.opens("/").gets(200);
            });
            assertThat(log.errors()).isEmpty();
        } finally {
            server.restart();
        }
        savesAfterRecovery(key);
        advisor.opens("/advisor").isOn("/advisor");
    }

    @Test
    void savingIsRefusedWhileSuspendedAndRecovers() {
        var key = UUID.randomUUID().toString();
        var advisor = site.advisor();
        server.suspend();
        var threads = Executors.newFixedThreadPool(30);
        try {
            var responses = Stream.generate(() -> CompletableFuture.supplyAsync(() -> save(key), threads))
                    .limit(30)
                    .toList();
            site.student().opens("/").gets(200);
            responses.forEach(response -> isRefusedWithRetryAfter(response.join()));
            advisor.opens("/advisor").gets(503);
            advisor.opens("/").gets(200);
        } finally {
            threads.shutdown();
            server.resume();
        }
        savesAfterRecovery(key);
        assertThat(site.count("cases where request_key is not null and request_key = '" + key + "'"))
                .isLessThanOrEqualTo(1);
        advisor.opens("/advisor").isOn("/advisor");
    }

    private static Response save(String key) {
        return site.api().posts("/api/v1/recommendations", ANSWERS, "Idempotency-Key", key);
    }

    private static void isRefusedWithRetryAfter(Response response) {
        assertThat(response.status()).isEqualTo(503);
        assertThat(response.header("Retry-After")).isNotBlank();
    }

    /** Repeats the request until it is no longer refused. */
    private static void savesAfterRecovery(String key) {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        var response = save(key);
        while (response.status() == 503 && System.nanoTime() < deadline) {
            response = save(key);
        }
        assertThat(response.status()).isIn(200, 201);
        assertThat(save(key).json()).isEqualTo(response.json());
    }
}
