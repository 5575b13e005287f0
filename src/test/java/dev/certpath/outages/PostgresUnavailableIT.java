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

/** A PostgreSQL server that stops, or that keeps its connections and answers nobody any more. */
@RequiresPostgres
class PostgresUnavailableIT {

    private static final String ANSWERS = """
            {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"expert"}""";

    /** Only ends what never recovers. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static PostgresServer server;
    private static TestApplication site;

    @BeforeAll
    static void starts(@TempDir Path folder) {
        server = PostgresServer.start();
        site = TestApplication.on(folder, server.newDatabase().toArray(String[]::new));
    }

    @AfterAll
    static void stops() {
        site.close();
        server.close();
    }

    @Test
    void whileItIsStoppedSavingSaysWhenToComeBackAndWorksAgainByItself() {
        var key = UUID.randomUUID().toString();
        var advisor = site.advisor();
        server.stop();
        try {
            var log = LogCapture.during(() -> {
                isToldToComeBack(saves(key));
                advisor.opens("/advisor").gets(503);
                advisor.opens("/").gets(200);
            });
            assertThat(log.errors()).isEmpty();
        } finally {
            server.restart();
        }
        recovers(key);
        advisor.opens("/advisor").isOn("/advisor");
    }

    @Test
    void whileItIsFrozenNoRequestWaitsForItAndSavingWorksAgainByItself() {
        var key = UUID.randomUUID().toString();
        var advisor = site.advisor();
        server.suspend();
        var threads = Executors.newFixedThreadPool(30);
        try {
            var many = Stream.generate(() -> CompletableFuture.supplyAsync(() -> saves(key), threads))
                    .limit(30)
                    .toList();
            site.student().opens("/").gets(200);
            many.forEach(reply -> isToldToComeBack(reply.join()));
            advisor.opens("/advisor").gets(503);
            advisor.opens("/").gets(200);
        } finally {
            threads.shutdown();
            server.resume();
        }
        recovers(key);
        assertThat(site.count("cases where request_key is not null and request_key = '" + key + "'"))
                .isLessThanOrEqualTo(1);
        advisor.opens("/advisor").isOn("/advisor");
    }

    private static Response saves(String key) {
        return site.api().posts("/api/v1/recommendations", ANSWERS, "Idempotency-Key", key);
    }

    private static void isToldToComeBack(Response reply) {
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).isNotBlank();
    }

    /** Sends the same again, as it was told to, until it is taken. */
    private static void recovers(String key) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        var reply = saves(key);
        while (reply.status() == 503 && System.nanoTime() < deadline) {
            reply = saves(key);
        }
        assertThat(reply.status()).isIn(200, 201);
        assertThat(saves(key).json()).isEqualTo(reply.json());
    }
}
