package dev.certpath.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.trials.ResponseStatistics.Answer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that ask one site again and again until they are called off. */
final class LoadGenerator implements AutoCloseable {

    private static final int MOST_CLIENTS = 4_000;

    /** Few: by default every answer that comes gets a thread, and thousands of them get in each other's way. */
    private static final int THREADS_TO_READ = 4;

    private final ExecutorService readers = Executors.newFixedThreadPool(THREADS_TO_READ);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(readers)
            .build();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger turns = new AtomicInteger();
    private final URI site;
    private final List<ClientRequest> asks;
    private volatile boolean goesOn = true;

    private LoadGenerator(URI site, List<ClientRequest> asks) {
        this.site = site;
        this.asks = asks;
    }

    /** So many clients, each of which asks again as soon as it was answered. */
    static LoadGenerator of(int clients, URI site, ClientRequest... asks) {
        var load = new LoadGenerator(site, List.of(asks));
        for (int number = 0; number < clients; number++) {
            load.threads.execute(load::askOnAndOn);
        }
        return load;
    }

    /**
     * So many requests a second, whether those before were answered or not, as long as there are clients who do not
     * wait for an answer; returns when all are over.
     */
    static ResponseStatistics ofRate(int perSecond, Duration time, URI site, ClientRequest... asks) {
        try (var load = new LoadGenerator(site, List.of(asks))) {
            var start = Instant.now();
            var clients = new Semaphore(MOST_CLIENTS);
            for (long sent = 0; Instant.now().isBefore(start.plus(time)); ) {
                long due = Duration.between(start, Instant.now()).toMillis() * perSecond / 1_000;
                for (; sent < due && clients.tryAcquire(); sent++) {
                    load.askWithoutWaiting().whenComplete((answer, failure) -> clients.release());
                }
                pause(Duration.ofMillis(1));
            }
            clients.acquireUninterruptibly(MOST_CLIENTS);
            return load.tally();
        }
    }

    /** What was answered so far. */
    ResponseStatistics tally() {
        return new ResponseStatistics(List.copyOf(answers));
    }

    /** Calls the clients off, waits for the last answers, and tells what all of them were. */
    ResponseStatistics stop() {
        goesOn = false;
        threads.shutdown();
        try {
            assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException cause) {
            throw new AssertionError(cause);
        }
        return tally();
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException cause) {
            throw new AssertionError(cause);
        }
    }

    @Override
    public void close() {
        stop();
        readers.shutdown();
    }

    private void askOnAndOn() {
        while (goesOn) {
            var ask = next();
            var start = Instant.now();
            var beginning = new Beginning();
            try {
                var response = client.send(ask.request().apply(site), beginning);
                note(ask, start, response.statusCode());
            } catch (IOException failure) {
                note(ask, start, beginning.statusOfFailure());
                pause(Duration.ofMillis(20));
            } catch (InterruptedException cause) {
                throw new AssertionError(cause);
            }
        }
    }

    private CompletableFuture<?> askWithoutWaiting() {
        var ask = next();
        var start = Instant.now();
        var beginning = new Beginning();
        return client.sendAsync(ask.request().apply(site), beginning).handle((response, failure) -> {
            note(ask, start, failure == null ? response.statusCode() : beginning.statusOfFailure());
            return failure;
        });
    }

    private ClientRequest next() {
        return asks.get(Math.floorMod(turns.getAndIncrement(), asks.size()));
    }

    private void note(ClientRequest ask, Instant start, int status) {
        answers.add(new Answer(ask.name(), start, Duration.between(start, Instant.now()), status));
    }

    /** Takes an answer as it comes, and remembers whether one began. */
    private static final class Beginning implements BodyHandler<byte[]> {

        private volatile boolean began;

        @Override
        public BodySubscriber<byte[]> apply(ResponseInfo head) {
            began = true;
            return BodySubscribers.ofByteArray();
        }

        int statusOfFailure() {
            return began ? ResponseStatistics.CUT : ResponseStatistics.REFUSED;
        }
    }
}
