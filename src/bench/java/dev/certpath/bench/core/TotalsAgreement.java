package dev.certpath.bench.core;

import dev.certpath.recommend.Recommender;
import java.util.Arrays;
import java.util.Map;

/** Checks that all calculators and the recommender agree on the totals of all students. */
final class TotalsAgreement {

    private final Students students = new Students();
    private final Recommender recommender = new Recommender(Students.GUIDE);

    /** Fails at the first student whose totals differ. */
    void check() {
        var calculators = Map.of(
                "Drools", new DroolsTotals(Students.GUIDE),
                "Easy Rules", new EasyRulesTotals(Students.GUIDE),
                "the hand-written chain", new HandWrittenTotals());
        calculators.forEach(this::check);
    }

    private void check(String name, TotalsCalculator calculator) {
        for (int student = 0; student < Students.COUNT; student++) {
            var expected = recommendedTotals(student);
            var actual = calculator.totals(students.chosen(student));
            if (!Arrays.equals(expected, actual)) {
                throw new IllegalStateException("%s has the totals %s instead of %s for %s"
                        .formatted(
                                name,
                                Arrays.toString(actual),
                                Arrays.toString(expected),
                                students.answers(student).codes()));
            }
        }
    }

    private int[] recommendedTotals(int student) {
        var recommendation = recommender.recommend(students.answers(student), Students.DAY);
        return Students.GUIDE.tracks().stream()
                .mapToInt(track -> recommendation.ranked(track.code()).points())
                .toArray();
    }
}
