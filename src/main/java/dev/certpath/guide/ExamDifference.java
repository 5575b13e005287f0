package dev.certpath.guide;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;

/**
 * A fact about an exam that differs between two versions of the exams.
 *
 * @param exam the code of the exam
 * @param fact the key of the fact in YAML; {@code exam} if only one version has the exam
 * @param before the values that only the earlier version has; empty if it has none
 * @param after the values that only the later version has; empty if it has none
 */
public record ExamDifference(String exam, String fact, List<String> before, List<String> after) {

    /** Finds all differences, in the order of the exams and their facts, those last that only the earlier version has. */
    public static List<ExamDifference> between(ExamsFile before, ExamsFile after) {
        return union(after.codes(), before.codes())
                .flatMap(exam -> between(exam, before, after).stream())
                .toList();
    }

    /** Finds the differences of one exam. */
    public static List<ExamDifference> between(String exam, ExamsFile before, ExamsFile after) {
        var earlier = before.facts(exam);
        var later = after.facts(exam);
        if (earlier.isEmpty() != later.isEmpty()) {
            return List.of(new ExamDifference(
                    exam, "exam", earlier.getOrDefault("exam", List.of()), later.getOrDefault("exam", List.of())));
        }
        return union(later.keySet(), earlier.keySet())
                .map(fact -> difference(
                        exam, fact, earlier.getOrDefault(fact, List.of()), later.getOrDefault(fact, List.of())))
                .filter(difference ->
                        !difference.before().isEmpty() || !difference.after().isEmpty())
                .toList();
    }

    private static ExamDifference difference(String exam, String fact, List<String> before, List<String> after) {
        return new ExamDifference(exam, fact, without(before, after), without(after, before));
    }

    private static List<String> without(List<String> values, List<String> others) {
        var left = new ArrayList<>(values);
        left.removeAll(others);
        return List.copyOf(left);
    }

    private static Stream<String> union(Iterable<String> first, Iterable<String> second) {
        var all = new LinkedHashSet<String>();
        first.forEach(all::add);
        second.forEach(all::add);
        return all.stream();
    }
}
