package dev.certpath.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApiClient;
import dev.certpath.testsupport.ApiClient.Response;
import dev.certpath.testsupport.ApplicationProcess;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.PostgresServer;
import dev.certpath.testsupport.RequiresPostgres;
import dev.certpath.testsupport.TestApplication;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two instances on one PostgreSQL get alternate requests, and one of them is killed. Clients repeat a failed request at
 * the other one, as a load balancer does.
 */
@RequiresPostgres
class TwoInstancesTrial {

    private static final int CLIENTS = 8;
    private static final Duration BEFORE_AND_AFTER = Duration.ofSeconds(Integer.getInteger("certpath.seconds", 15));
    private static final String BODY = """
            {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"expert"}""";

    private final Queue<String> saved = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> unexpectedStatuses = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requestNumber = new AtomicInteger();
    private final AtomicInteger repeated = new AtomicInteger();

    @Test
    void killOfOneInstanceLosesNothing(@TempDir Path folder) throws InterruptedException {
        try (var postgres = PostgresServer.start()) {
            var database = postgres.newDatabase().toArray(String[]::new);
            try (var first = ApplicationProcess.on(folder, database);
                    var second = ApplicationProcess.on(folder, database)) {
                var sites = List.of(first.address(), second.address());
                var advisor = logIn(first.address());
                opensQueueAt(advisor, second.address());
                sendRequests(sites, first);
                opensQueueAt(advisor, second.address());
            }
            try (var site = TestApplication.on(folder, database)) {
                assertThat(saved).allSatisfy(id -> assertThat(find(site, id)).isEqualTo(200));
                assertThat(site.caseCount()).as("each is saved once").isEqualTo(saved.size());
            }
        }
        assertThat(unexpectedStatuses).as("statuses other than 200 and 201").isEmpty();
        System.out.printf(
                "TRIAL two instances, one killed: %,d saved once each, 0 failed, %d requests repeated at the other one;"
                        + " the advisor stayed logged in%n",
                saved.size(), repeated.get());
    }

    private void sendRequests(List<URI> sites, ApplicationProcess toBeKilled) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(CLIENTS);
        for (int client = 0; client < CLIENTS; client++) {
            threads.execute(() -> {
                while (!threads.isShutdown()) {
                    save(sites);
                }
            });
        }
        LoadGenerator.pause(BEFORE_AND_AFTER);
        toBeKilled.kill();
        LoadGenerator.pause(BEFORE_AND_AFTER);
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    private void save(List<URI> sites) {
        var key = UUID.randomUUID().toString();
        int number = requestNumber.getAndIncrement();
        Response response;
        try {
            response = save(sites.get(number % 2), key);
        } catch (UncheckedIOException killed) {
            repeated.incrementAndGet();
            response = save(sites.get((number + 1) % 2), key);
        }
        if (response.status() == 201 || response.status() == 200) {
            saved.add(response.json().get("id").stringValue());
        } else {
            unexpectedStatuses.add(response.status());
        }
    }

    private static Response save(URI site, String key) {
        return new ApiClient(site).posts("/api/v1/recommendations", BODY, "Idempotency-Key", key);
    }

    private static int find(TestApplication site, String id) {
        return site.api().gets("/api/v1/recommendations/" + id).status();
    }

    private static HttpBrowser logIn(URI site) {
        return HttpBrowser.withCookies(site)
                .logsIn("admin", TestApplication.ADMIN_PASSWORD)
                .isOn("/advisor");
    }

    private static void opensQueueAt(HttpBrowser advisor, URI site) {
        advisor.opens(site + "/advisor").gets(200).isOn("/advisor");
    }
}
