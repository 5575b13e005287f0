package dev.certpath.bench.http;

import dev.certpath.bench.Spread;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** Measures several kinds of clients in turn in each round, after each kind was warmed up. */
final class InterleavedBenchmark {

    static final int ROUNDS = Integer.getInteger("certpath.rounds", 5);
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("certpath.warm-up", 30));
    private static final Duration MEASUREMENT = Duration.ofSeconds(3);

    private final Map<String, Callable<ConcurrentClients.Client>> clients = new LinkedHashMap<>();
    private final Map<String, double[]> perSecond = new LinkedHashMap<>();

    /** Adds something to measure. */
    InterleavedBenchmark add(String name, Callable<ConcurrentClients.Client> newClient) {
        clients.put(name, newClient);
        perSecond.put(name, new double[ROUNDS]);
        return this;
    }

    /** Measures everything and prints how much of it happened in a second. */
    InterleavedBenchmark run() {
        clients.values().forEach(newClient -> ConcurrentClients.perSecond(newClient, WARM_UP));
        for (int round = 0; round < ROUNDS; round++) {
            for (String name : clients.keySet()) {
                perSecond.get(name)[round] = ConcurrentClients.perSecond(clients.get(name), MEASUREMENT);
            }
        }
        perSecond.forEach((name, measured) -> System.out.printf("| %s | %s per second |%n", name, Spread.of(measured)));
        return this;
    }

    /** Prints how many times as much of one as of another happened in the same time. */
    void printRatio(String one, String other) {
        System.out.printf("| %s : %s | %s |%n", one, other, Spread.ofRatios(perSecond.get(one), perSecond.get(other)));
    }
}
