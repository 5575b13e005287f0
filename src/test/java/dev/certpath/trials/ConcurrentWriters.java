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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Eight clients that save, ask an advisor and delete until the application ends, and remember what was acknowledged. An
 * operation that was not acknowledged may or may not have taken effect.
 */
public final class ConcurrentWriters {

    private static final int WRITERS = 8;
    private static final int ASK_AFTER_EVERY = 3;
    private static final int DELETE_AFTER_EVERY = 10;

    private static final JsonMapper JSON = new JsonMapper();

    private static final String BODY = """
            {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"expert"}""";

    private final Map<String, JsonNode> saved = new ConcurrentHashMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final Set<String> deletionsSent = ConcurrentHashMap.newKeySet();
    private final Set<String> deleted = ConcurrentHashMap.newKeySet();
    private final AtomicInteger saveNumber = new AtomicInteger();

    /**
     * Lets the clients write, ends the application after a number of saves, and waits until all clients have stopped.
     */
    public void write(URI site, int savesBeforeEnd, Runnable end) {
        var threads = Executors.newFixedThreadPool(WRITERS);
        try {
            var remaining = new CountDownLatch(savesBeforeEnd);
            var writers = Stream.generate(
                            () -> CompletableFuture.runAsync(() -> write(new ApiClient(site), remaining), threads))
                    .limit(WRITERS)
                    .toArray(CompletableFuture<?>[]::new);
            assertThat(remaining.await(2, TimeUnit.MINUTES))
                    .as("%s saves before the end", savesBeforeEnd)
                    .isTrue();
            end.run();
            CompletableFuture.allOf(writers).join();
        } catch (InterruptedException cause) {
            throw new AssertionError(cause);
        } finally {
            threads.shutdown();
        }
    }

    /** Returns how many operations were acknowledged. */
    public int acknowledged() {
        return saved.size() + asked.size() + deleted.size();
    }

    /** Returns the operations that were acknowledged and have no effect in this application. */
    public List<String> lost(TestApplication site) {
        return Stream.of(
                        saved.entrySet().stream()
                                .filter(entry -> !deletionsSent.contains(entry.getKey()))
                                .filter(entry -> !isUnchanged(site.api(), entry.getKey(), entry.getValue()))
                                .map(entry -> "saved " + entry.getKey()),
                        asked.stream()
                                .filter(id -> !deletionsSent.contains(id) && !isAsked(site, id))
                                .map(id -> "asked " + id),
                        deleted.stream()
                                .filter(id -> find(site.api(), id).status() != 404)
                                .map(id -> "deleted " + id))
                .flatMap(losses -> losses)
                .toList();
    }

    /** Counts rows that a partial write left behind. Requires that every request for advice has contact details and a message. */
    public static int partialWrites(TestApplication site) {
        return Stream.of(
                        "cases c where not exists (select 1 from documents d where d.id = c.document_id)",
                        "cases c where c.acts <> (select count(*) from case_events e where e.case_id = c.id)",
                        "cases c where c.asked_at is not null"
                                + " and not exists (select 1 from contacts k where k.case_id = c.id)",
                        "cases c where c.asked_at is not null"
                                + " and not exists (select 1 from messages m where m.case_id = c.id)",
                        "cases c where c.asked_at is null"
                                + " and exists (select 1 from contacts k where k.case_id = c.id)",
                        "cases c where c.asked_at is not null"
                                + " and not exists (select 1 from case_events e where e.case_id = c.id and e.what = 'ask')")
                .mapToInt(site::count)
                .sum();
    }

    private void write(ApiClient api, CountDownLatch remaining) {
        try {
            while (true) {
                var response = api.posts("/api/v1/recommendations", BODY);
                assertThat(response.status()).isEqualTo(201);
                var id = response.json().get("id").stringValue();
                saved.put(id, document(response));
                askOrDelete(api, id);
                remaining.countDown();
            }
        } catch (UncheckedIOException ended) {
            // The application has ended: the last operation was not acknowledged.
        }
    }

    private void askOrDelete(ApiClient api, String id) {
        int number = saveNumber.incrementAndGet();
        if (number % ASK_AFTER_EVERY == 0) {
            post(api, "/recommendations/" + id + "/ask", "name=Ann+Lee&email=ann%40example.org&note=Please");
            asked.add(id);
        }
        if (number % DELETE_AFTER_EVERY == 0) {
            deletionsSent.add(id);
            post(api, "/recommendations/" + id + "/delete", "");
            deleted.add(id);
        }
    }

    private static void post(ApiClient api, String address, String form) {
        var response = api.sends(
                "POST", address, BodyPublishers.ofString(form), "Content-Type", "application/x-www-form-urlencoded");
        assertThat(response.status()).as(address).isEqualTo(303);
    }

    private static boolean isUnchanged(ApiClient api, String id, JsonNode document) {
        var response = find(api, id);
        return response.status() == 200 && document(response).equals(document);
    }

    private static boolean isAsked(TestApplication site, String id) {
        return site.student().opens("/recommendations/" + id).texts("a").contains("Withdraw my contact");
    }

    private static Response find(ApiClient api, String id) {
        return api.gets("/api/v1/recommendations/" + id);
    }

    /** Returns the document with relative URLs, because the port differs after each start. */
    private static JsonNode document(Response response) {
        var site = response.http().uri().resolve("/").toString();
        return JSON.readTree(response.body().replace(site, "/"));
    }
}
