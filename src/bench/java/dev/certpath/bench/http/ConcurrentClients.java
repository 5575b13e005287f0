package dev.certpath.bench.http;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Eight clients, each of which does the next thing as soon as it has finished the one before. */
final class ConcurrentClients {

    static final int COUNT = 8;

    private ConcurrentClients() {}

    /** What a client does again and again. */
    interface Client extends AutoCloseable {
        /** Does it once. */
        void act() throws IOException, SQLException;

        @Override
        void close() throws IOException, SQLException;
    }

    /** Lets all clients act for some time and returns how often they did in a second. */
    static double perSecond(Callable<Client> newClient, Duration time) {
        var threads = Executors.newFixedThreadPool(COUNT);
        try {
            long end = System.nanoTime() + time.toNanos();
            var counts = new ArrayList<Future<Integer>>();
            for (int client = 0; client < COUNT; client++) {
                counts.add(threads.submit(() -> actUntil(end, newClient)));
            }
            int sum = 0;
            for (Future<Integer> count : counts) {
                sum += count.get();
            }
            return sum / (time.toNanos() / 1e9);
        } catch (InterruptedException | ExecutionException cause) {
            throw new IllegalStateException(cause);
        } finally {
            threads.shutdown();
        }
    }

    private static int actUntil(long end, Callable<Client> newClient) throws Exception {
        int count = 0;
        try (var client = newClient.call()) {
            while (System.nanoTime() < end) {
                client.act();
                count++;
            }
        }
        return count;
    }
}
