package dev.certpath.bench.core;

import dev.certpath.recommend.Recommendation;
import dev.certpath.recommend.Recommender;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One recommendation, or the totals of one student by other means. Each call is for the next student. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@State(Scope.Thread)
public class CoreBenchmark {

    private final Students students = new Students();
    private int student;

    /** The recommender after it was asked for all students. */
    @State(Scope.Thread)
    public static class UsedRecommender {
        private final Recommender recommender = new Recommender(Students.GUIDE);

        /** Asks for all students. */
        @Setup
        public void recommendToAll(CoreBenchmark benchmark) {
            for (int each = 0; each < Students.COUNT; each++) {
                recommender.recommend(benchmark.students.answers(each), Students.DAY);
            }
        }
    }

    /** A recommender that was not asked before. */
    @State(Scope.Thread)
    public static class NewRecommender {
        private Recommender recommender;

        /** Creates a recommender for the next call, which asks for all students. */
        @Setup(Level.Invocation)
        public void create() {
            recommender = new Recommender(Students.GUIDE);
        }
    }

    /** A calculator of each kind. */
    @State(Scope.Thread)
    public static class Calculators {
        private final TotalsCalculator drools = new DroolsTotals(Students.GUIDE);
        private final TotalsCalculator easyRules = new EasyRulesTotals(Students.GUIDE);
        private final TotalsCalculator handWritten = new HandWrittenTotals();
    }

    /** A whole recommendation for answers that were evaluated before. */
    @Benchmark
    public Recommendation recommendAgain(UsedRecommender used) {
        return used.recommender.recommend(students.answers(nextStudent()), Students.DAY);
    }

    /** A whole recommendation for answers that were not evaluated before. */
    @Benchmark
    @OperationsPerInvocation(Students.COUNT)
    public void recommendFirstTime(NewRecommender created, Blackhole blackhole) {
        for (int each = 0; each < Students.COUNT; each++) {
            blackhole.consume(created.recommender.recommend(students.answers(each), Students.DAY));
        }
    }

    /** A new recommender. */
    @Benchmark
    public Recommender createRecommender() {
        return new Recommender(Students.GUIDE);
    }

    /** Totals by Drools. */
    @Benchmark
    public int[] droolsTotals(Calculators calculators) {
        return calculators.drools.totals(students.chosen(nextStudent()));
    }

    /** Totals by Easy Rules. */
    @Benchmark
    public int[] easyRulesTotals(Calculators calculators) {
        return calculators.easyRules.totals(students.chosen(nextStudent()));
    }

    /** Totals by a hand-written chain of conditions. */
    @Benchmark
    public int[] handWrittenTotals(Calculators calculators) {
        return calculators.handWritten.totals(students.chosen(nextStudent()));
    }

    private int nextStudent() {
        student = student + 1 == Students.COUNT ? 0 : student + 1;
        return student;
    }
}
