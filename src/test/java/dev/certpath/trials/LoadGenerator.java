package dev.certpath.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.trials.ResponseStatistics.TimedResponse;
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

/**
 * Clients that send requests to one application until they are stopped. Each client takes the next kind of request in
 * turn.
 */
final class LoadGenerator implements AutoCloseable {

    private static final int MAX_PENDING = 4_000;

    /** By default, every response gets a thread, and thousands of them slow each other down. */
    private static final int HTTP_CLIENT_THREADS = 4;

    private final ExecutorService httpClientThreads = Executors.newFixedThreadPool(HTTP_CLIENT_THREADS);
    private final HttpClient httpClient = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(httpClientThreads)
            .build();
    private final ExecutorService clients = Executors.newCachedThreadPool();
    private final Queue<TimedResponse> responses = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requestNumber = new AtomicInteger();
    private final URI site;
    private final List<SimulatedRequest> requests;
    private volatile boolean running = true;

    private LoadGenerator(URI site, List<SimulatedRequest> requests) {
        this.site = site;
        this.requests = requests;
    }

    /** Starts clients that each send a request as soon as the one before was answered. */
    static LoadGenerator start(int clients, URI site, SimulatedRequest... requests) {
        var load = new LoadGenerator(site, List.of(requests));
        for (int number = 0; number < clients; number++) {
            load.clients.execute(load::sendRepeatedly);
        }
        return load;
    }

    /**
     * Sends requests at a constant rate, whether earlier ones were answered or not, up to {@link #MAX_PENDING} at the
     * same time. Returns when all are answered.
     */
    static ResponseStatistics runAtRate(int perSecond, Duration time, URI site, SimulatedRequest... requests) {
        try (var load = new LoadGenerator(site, List.of(requests))) {
            var start = Instant.now();
            var pending = new Semaphore(MAX_PENDING);
            for (long sent = 0; Instant.now().isBefore(start.plus(time)); ) {
                long due = Duration.between(start, Instant.now()).toMillis() * perSecond / 1_000;
                for (; sent < due && pending.tryAcquire(); sent++) {
                    load.sendAsync().whenComplete((response, failure) -> pending.release());
                }
                pause(Duration.ofMillis(1));
            }
            pending.acquireUninterruptibly(MAX_PENDING);
            return load.statistics();
        }
    }

    /** Returns the responses so far. */
    ResponseStatistics statistics() {
        return new ResponseStatistics(List.copyOf(responses));
    }

    /** Stops the clients, waits for their last responses and returns all of them. */
    ResponseStatistics stop() {
        running = false;
        clients.shutdown();
        try {
            assertThat(clients.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException cause) {
            throw new AssertionError(cause);
        }
        return statistics();
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
        httpClientThreads.shutdown();
    }

    private void sendRepeatedly() {
        while (running) {
            var request = next();
            var sentAt = Instant.now();
            var body = new BodyReader();
            try {
                var response = httpClient.send(request.request().apply(site), body);
                record(request, sentAt, response.statusCode());
            } catch (IOException failure) {
                record(request, sentAt, body.statusOfFailure());
                pause(Duration.ofMillis(20));
            } catch (InterruptedException cause) {
                throw new AssertionError(cause);
            }
        }
    }

    private CompletableFuture<?> sendAsync() {
        var request = next();
        var sentAt = Instant.now();
        var body = new BodyReader();
        return httpClient.sendAsync(request.request().apply(site), body).handle((response, failure) -> {
            record(request, sentAt, failure == null ? response.statusCode() : body.statusOfFailure());
            return failure;
        });
    }

    private SimulatedRequest next() {
        return requests.get(Math.floorMod(requestNumber.getAndIncrement(), requests.size()));
    }

    private void record(SimulatedRequest request, Instant sentAt, int status) {
        responses.add(new TimedResponse(request.name(), sentAt, Duration.between(sentAt, Instant.now()), status));
    }

    /** Reads a body and remembers whether the head of the response was received. */
    private static final class BodyReader implements BodyHandler<byte[]> {

        private volatile boolean started;

        @Override
        public BodySubscriber<byte[]> apply(ResponseInfo head) {
            started = true;
            return BodySubscribers.ofByteArray();
        }

        int statusOfFailure() {
            return started ? ResponseStatistics.INCOMPLETE : ResponseStatistics.NO_RESPONSE;
        }
    }
}
