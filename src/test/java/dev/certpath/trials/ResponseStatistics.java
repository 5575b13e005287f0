package dev.certpath.trials;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What was answered.
 *
 * @param answers all of it, in no order
 */
record ResponseStatistics(List<Answer> answers) {

    /** Stands for the status where nobody listened, or nobody took the request: not a byte came back. */
    static final int REFUSED = -1;

    /** Stands for the status where an answer began and did not come to its end. */
    static final int CUT = -2;

    /**
     * One answer.
     *
     * @param name what was asked
     * @param at when it was asked
     * @param took how long it took
     * @param status its status, or why there is none
     */
    record Answer(String name, Instant at, Duration took, int status) {}

    ResponseStatistics only(Predicate<Answer> wanted) {
        return new ResponseStatistics(answers.stream().filter(wanted).toList());
    }

    ResponseStatistics of(String... names) {
        return only(answer -> List.of(names).contains(answer.name()));
    }

    /** What was asked in that time. */
    ResponseStatistics between(Instant from, Instant to) {
        return only(answer -> !answer.at().isBefore(from) && answer.at().isBefore(to));
    }

    /** How often each status came. */
    Map<Integer, Long> statuses() {
        return answers.stream().collect(Collectors.groupingBy(Answer::status, TreeMap::new, Collectors.counting()));
    }

    /** How long that part of them took at most, in milliseconds: 0.5 is the median, 1 the slowest. */
    long milliseconds(double part) {
        var sorted = answers.stream()
                .mapToLong(answer -> answer.took().toMillis())
                .sorted()
                .toArray();
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1L, Math.round(part * sorted.length))];
    }

    int size() {
        return answers.size();
    }
}
