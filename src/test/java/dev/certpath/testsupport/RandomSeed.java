package dev.certpath.testsupport;

import java.util.Random;

/**
 * Seeds of random test data. A run prints its seed and can be repeated with the system property {@code certpath.seed}.
 */
public final class RandomSeed {

    private static final String PROPERTY = "certpath.seed";

    private static final long SEED = Long.getLong(PROPERTY, new Random().nextLong());

    private RandomSeed() {}

    /** Returns the seed of the system property, or else one that differs for each run. */
    public static long get() {
        return printed(SEED);
    }

    /** Returns the seed of the system property, or else a constant. */
    public static long orElse(long constant) {
        return printed(Long.getLong(PROPERTY, constant));
    }

    private static long printed(long seed) {
        System.out.printf("Random test data with -D%s=%d%n", PROPERTY, seed);
        return seed;
    }
}
