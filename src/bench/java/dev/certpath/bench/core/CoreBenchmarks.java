package dev.certpath.bench.core;

import dev.certpath.bench.Spread;
import dev.certpath.recommend.Recommender;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs the benchmarks alternately, each in a JVM of its own in every round, and prints medians and ratios. Run it by {@code
 * ./mvnw -Pbench verify}.
 */
final class CoreBenchmarks {

    private static final int ROUNDS = Integer.getInteger("certpath.rounds", 5);
    private static final int ITERATIONS = 5;
    private static final TimeValue ITERATION = TimeValue.seconds(1);
    private static final String ALLOCATION = "gc.alloc.rate.norm";

    private static final String AGAIN = "recommendAgain";
    private static final String FIRST_TIME = "recommendFirstTime";
    private static final List<String> OTHERS = List.of("droolsTotals", "easyRulesTotals", "handWrittenTotals");
    private static final List<String> ALL =
            List.of(AGAIN, FIRST_TIME, "createRecommender", "droolsTotals", "easyRulesTotals", "handWrittenTotals");

    private final Map<String, double[]> nanoseconds = new LinkedHashMap<>();
    private final Map<String, double[]> bytes = new LinkedHashMap<>();

    private CoreBenchmarks() {
        for (String name : ALL) {
            nanoseconds.put(name, new double[ROUNDS]);
            bytes.put(name, new double[ROUNDS]);
        }
    }

    public static void main(String[] arguments) throws RunnerException {
        new TotalsAgreement().check();
        System.out.printf("All totals of %,d combinations agree.%n", Students.COUNT);
        var benchmarks = new CoreBenchmarks();
        for (int round = 0; round < ROUNDS; round++) {
            System.out.printf("Round %d of %d%n", round + 1, ROUNDS);
            benchmarks.runAll(round);
        }
        benchmarks.print();
        printKeptMemory();
    }

    private void runAll(int round) throws RunnerException {
        for (String name : ALL) {
            var result = run(name);
            nanoseconds.get(name)[round] = result.getPrimaryResult().getScore();
            bytes.get(name)[round] =
                    result.getSecondaryResults().get(ALLOCATION).getScore();
        }
    }

    private static RunResult run(String name) throws RunnerException {
        var options = new OptionsBuilder()
                .include(CoreBenchmark.class.getName() + "." + name + "$")
                .forks(1)
                .jvmArgs("-Xmx512m", "-XX:+UseSerialGC")
                .warmupIterations(ITERATIONS)
                .warmupTime(ITERATION)
                .measurementIterations(ITERATIONS)
                .measurementTime(ITERATION)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .build();
        return new Runner(options).runSingle();
    }

    private void print() {
        System.out.println("| | ns | bytes allocated |\n| --- | --- | --- |");
        for (String name : ALL) {
            System.out.printf("| %s | %s | %s |%n", name, Spread.of(nanoseconds.get(name)), Spread.of(bytes.get(name)));
        }
        System.out.printf("%n| times as fast as | %s | %s |%n| --- | --- | --- |%n", AGAIN, FIRST_TIME);
        for (String other : OTHERS) {
            System.out.printf("| %s | %s | %s |%n", other, timesAsFast(AGAIN, other), timesAsFast(FIRST_TIME, other));
        }
    }

    private Spread timesAsFast(String ours, String theirs) {
        return Spread.ofRatios(nanoseconds.get(theirs), nanoseconds.get(ours));
    }

    /** Prints the memory of a recommender before and after it was asked for all students. */
    private static void printKeptMemory() {
        var students = new Students();
        long before = usedBytes();
        var recommender = new Recommender(Students.GUIDE);
        long created = usedBytes();
        for (int student = 0; student < Students.COUNT; student++) {
            recommender.recommend(students.answers(student), Students.DAY);
        }
        long used = usedBytes();
        System.out.printf(
                "%nA new recommender has %,d kB, and %,d kB after it was asked for all combinations.%n",
                (created - before) / 1_000, (used - before) / 1_000);
        recommender.recommend(students.answers(0), Students.DAY);
    }

    private static long usedBytes() {
        for (int collection = 0; collection < 3; collection++) {
            System.gc();
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
