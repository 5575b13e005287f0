package dev.certpath.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApiClient;
import dev.certpath.testsupport.ApiClient.Response;
import dev.certpath.testsupport.TestApplication;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Eight programs that save, ask and delete for as long as the site answers, and what they were told was done. */
public final class ConcurrentWriters {

    private static final int MANY = 8;
    private static final int ONE_IN_ASKS = 3;
    private static final int ONE_IN_DELETES = 10;

    private static final String BODY = """
            {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"expert"}""";

    private final Map<String, ObjectNode> saved = new ConcurrentHashMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Set<String> toBeDeleted = ConcurrentHashMap.newKeySet();
    private final Set<String> deleted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger turns = new AtomicInteger();

    /** Lets them write until so much was saved, ends the site in the middle of it, and waits until all have noticed. */
    public void writeUntilTheEndOf(URI site, int enough, Runnable end) {
        var threads = Executors.newFixedThreadPool(MANY);
        try {
            var countdown = new CountDownLatch(enough);
            var writers = Stream.generate(
                            () -> CompletableFuture.runAsync(() -> write(new ApiClient(site), countdown), threads))
                    .limit(MANY)
                    .toArray(CompletableFuture<?>[]::new);
            assertThat(countdown.await(2, TimeUnit.MINUTES))
                    .as("%s are saved before the end", enough)
                    .isTrue();
            end.run();
            CompletableFuture.allOf(writers).join();
        } catch (InterruptedException cause) {
            throw new AssertionError(cause);
        } finally {
            threads.shutdown();
        }
    }

    /** How many acts were acknowledged: saved, asked and deleted. */
    public int acknowledged() {
        return saved.size() + asked.size() + deleted.size();
    }

    /** What was acknowledged, and is not so on this site. */
    public List<String> lost(TestApplication site) {
        return Stream.of(
                        saved.entrySet().stream()
                                .filter(entry -> !toBeDeleted.contains(entry.getKey()))
                                .filter(entry -> !isWhole(site.api(), entry.getKey(), entry.getValue()))
                                .map(entry -> "saved " + entry.getKey()),
                        asked.stream()
                                .filter(id -> !toBeDeleted.contains(id) && !isAsked(site, id))
                                .map(id -> "asked " + id),
                        deleted.stream()
                                .filter(id -> find(site.api(), id).status() != 404)
                                .map(id -> "deleted " + id))
                .flatMap(losses -> losses)
                .toList();
    }

    /** How much on this site was saved by halves. Whoever asked in these trials also told their name. */
    public static int halves(TestApplication site) {
        return Stream.of(
                        "cases c where not exists (select 1 from documents d where d.digest = c.document)",
                        "cases c where c.acts <> (select count(*) from case_events e where e.case_id = c.id)",
                        "cases c where c.asked_at is not null"
                                + " and not exists (select 1 from contacts k where k.case_id = c.id)",
                        "cases c where c.asked_at is null"
                                + " and exists (select 1 from contacts k where k.case_id = c.id)",
                        "cases c where c.asked_at is not null"
                                + " and not exists (select 1 from case_events e where e.case_id = c.id and e.what = 'ask')")
                .mapToInt(site::count)
                .sum();
    }

    private void write(ApiClient api, CountDownLatch countdown) {
        try {
            while (true) {
                var reply = api.posts("/api/v1/recommendations", BODY);
                assertThat(reply.status()).isEqualTo(201);
                var id = reply.json().get("id").stringValue();
                saved.put(id, document(reply));
                goOn(api, id);
                countdown.countDown();
            }
        } catch (UncheckedIOException ended) {
            // What was not acknowledged may be there or not.
        }
    }

    private void goOn(ApiClient api, String id) {
        int turn = turns.incrementAndGet();
        if (turn % ONE_IN_ASKS == 0) {
            sends(api, "/recommendations/" + id + "/ask", "name=Ann+Lee&email=ann%40example.org&note=Please");
            asked.add(id);
        }
        if (turn % ONE_IN_DELETES == 0) {
            toBeDeleted.add(id);
            sends(api, "/recommendations/" + id + "/delete", "");
            deleted.add(id);
        }
    }

    private static void sends(ApiClient api, String address, String form) {
        var reply = api.sends(
                "POST", address, BodyPublishers.ofString(form), "Content-Type", "application/x-www-form-urlencoded");
        assertThat(reply.status()).as(address).isEqualTo(303);
    }

    private static boolean isWhole(ApiClient api, String id, ObjectNode told) {
        var reply = find(api, id);
        return reply.status() == 200 && document(reply).equals(told);
    }

    private static boolean isAsked(TestApplication site, String id) {
        return site.student().opens("/recommendations/" + id).page().html().select("form button").eachText().stream()
                .anyMatch("Withdraw my contact"::equals);
    }

    private static Response find(ApiClient api, String id) {
        return api.gets("/api/v1/recommendations/" + id);
    }

    /** All of it but its address, which names the port. */
    private static ObjectNode document(Response reply) {
        var document = (ObjectNode) reply.json();
        document.remove("url");
        return document;
    }
}
