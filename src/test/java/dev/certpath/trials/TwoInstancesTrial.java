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
 * Two instances on one PostgreSQL, used in turn, and one of them is killed. Whoever finds an instance gone asks the
 * other one the same again, as a load balancer does.
 */
@RequiresPostgres
class TwoInstancesTrial {

    private static final int CLIENTS = 8;
    private static final Duration EACH_HALF = Duration.ofSeconds(Integer.getInteger("certpath.seconds", 15));
    private static final String BODY = """
            {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"expert"}""";

    private final Queue<String> saved = new ConcurrentLinkedQueue<>();
    private final Queue<Integer> others = new ConcurrentLinkedQueue<>();
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicInteger moved = new AtomicInteger();

    @Test
    void oneIsKilledAndNobodyNotices(@TempDir Path folder) throws InterruptedException {
        try (var postgres = PostgresServer.start()) {
            var database = postgres.newDatabase().toArray(String[]::new);
            try (var first = ApplicationProcess.on(folder, database);
                    var second = ApplicationProcess.on(folder, database)) {
                var sites = List.of(first.address(), second.address());
                var advisor = logIn(first.address());
                worksAt(advisor, second.address());
                use(sites, first);
                worksAt(advisor, second.address());
            }
            try (var site = TestApplication.on(folder, database)) {
                assertThat(saved).allSatisfy(id -> assertThat(find(site, id)).isEqualTo(200));
                assertThat(site.caseCount()).as("each is kept once").isEqualTo(saved.size());
            }
        }
        assertThat(others).as("other answers than 201 and 200").isEmpty();
        System.out.printf(
                "TRIAL two instances, one killed: %,d saved and kept once each, 0 failed, %d asked the other one again;"
                        + " the advisor stayed logged in%n",
                saved.size(), moved.get());
    }

    private void use(List<URI> sites, ApplicationProcess toBeKilled) throws InterruptedException {
        var threads = Executors.newFixedThreadPool(CLIENTS);
        for (int client = 0; client < CLIENTS; client++) {
            threads.execute(() -> {
                while (!threads.isShutdown()) {
                    saveAtEither(sites);
                }
            });
        }
        LoadGenerator.pause(EACH_HALF);
        toBeKilled.kill();
        LoadGenerator.pause(EACH_HALF);
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
    }

    private void saveAtEither(List<URI> sites) {
        var key = UUID.randomUUID().toString();
        int turn = turns.getAndIncrement();
        Response reply;
        try {
            reply = save(sites.get(turn % 2), key);
        } catch (UncheckedIOException gone) {
            moved.incrementAndGet();
            reply = save(sites.get((turn + 1) % 2), key);
        }
        if (reply.status() == 201 || reply.status() == 200) {
            saved.add(reply.json().get("id").stringValue());
        } else {
            others.add(reply.status());
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
                .opens("/login")
                .types("Name", "admin")
                .types("Password", TestApplication.ADMIN_PASSWORD)
                .presses("Log in")
                .isOn("/advisor");
    }

    private static void worksAt(HttpBrowser advisor, URI site) {
        advisor.opens(site + "/advisor").gets(200).isOn("/advisor");
    }
}
