package dev.certpath.cases.statistics;

import static dev.certpath.cases.search.GeneratedCases.CASES;
import static dev.certpath.cases.search.GeneratedCases.SEED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.cases.search.ExpectedCase;
import dev.certpath.cases.search.GeneratedCases;
import dev.certpath.testsupport.OnEveryDatabase;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Compares the statistics of many periods with the same counted in memory. */
@OnEveryDatabase
class CaseStatisticsReferenceIT {

    private static final LocalDate FIRST_DAY = LocalDate.parse("2026-11-01");

    @Test
    void countsTheSameCasesAsInMemory() {
        var service = GeneratedCases.application().bean(CaseStatisticsService.class);
        var ends = LongStream.rangeClosed(-2, 9)
                .mapToObj(days -> Optional.of(FIRST_DAY.plusDays(days)))
                .collect(Collectors.toList());
        ends.add(Optional.empty());
        for (var from : ends) {
            for (var to : ends) {
                if (from.isEmpty() || to.isEmpty() || !from.get().isAfter(to.get())) {
                    assertStatistics(service.statistics(from, to), from, to);
                }
            }
        }
    }

    private static void assertStatistics(CaseStatistics statistics, Optional<LocalDate> from, Optional<LocalDate> to) {
        var description = "from %s to %s, seed %d".formatted(from, to, SEED);
        var cases = CASES.stream()
                .filter(expected -> from.stream().noneMatch(expected.openedOn()::isBefore)
                        && to.stream().noneMatch(expected.openedOn()::isAfter))
                .toList();
        assertThat(statistics.caseCount()).as(description).isEqualTo(cases.size());
        assertThat(sum(
                        statistics.breakdown(),
                        group -> new CaseBreakdown(group.answers(), group.firstTrack(), group.firmness(), 0),
                        CaseBreakdown::caseCount))
                .as(description)
                .isEqualTo(count(
                        cases,
                        expected ->
                                new CaseBreakdown(expected.answers(), expected.firstTrack(), expected.firmness(), 0)));
        var decided = cases.stream()
                .filter(expected -> expected.decidedFirst().isPresent())
                .toList();
        assertThat(sum(
                        statistics.decisions(),
                        group -> new DecisionBreakdown(group.overruled(), group.reason(), group.rules(), 0),
                        DecisionBreakdown::caseCount))
                .as(description)
                .isEqualTo(count(
                        decided,
                        expected -> new DecisionBreakdown(
                                expected.isOverruled(),
                                expected.decisionReason().orElse(""),
                                expected.rules(),
                                0)));
        assertBuckets(statistics, cases, from, to);
    }

    /** The periods are so short that every day is a bucket. */
    private static void assertBuckets(
            CaseStatistics statistics, List<ExpectedCase> cases, Optional<LocalDate> from, Optional<LocalDate> to) {
        var opened = new TreeMap<LocalDate, Long>();
        cases.forEach(expected -> opened.merge(expected.openedOn(), 1L, Long::sum));
        var buckets = from.or(() -> first(opened)).stream()
                .flatMap(
                        first -> to.or(() -> last(opened)).stream().flatMap(last -> first.datesUntil(last.plusDays(1))))
                .map(day -> new TimeBucket(day, day, true, opened.getOrDefault(day, 0L)))
                .toList();
        // An open-ended period without cases has no buckets.
        assertThat(statistics.buckets())
                .as("from %s to %s, seed %d", from, to, SEED)
                .isEqualTo(
                        cases.isEmpty() && (from.isEmpty() || to.isEmpty())
                                ? List.of()
                                : from.isEmpty() || to.isEmpty() ? withinOpenedDays(buckets, opened) : buckets);
        assertThat(statistics.granularity()).isEqualTo(TimeGranularity.DAY);
    }

    /** An open-ended period starts with the first case or ends with the last one. */
    private static List<TimeBucket> withinOpenedDays(List<TimeBucket> buckets, TreeMap<LocalDate, Long> opened) {
        return buckets.stream()
                .filter(bucket -> !bucket.from().isBefore(opened.firstKey())
                        && !bucket.to().isAfter(opened.lastKey()))
                .toList();
    }

    private static Optional<LocalDate> first(TreeMap<LocalDate, Long> opened) {
        return Optional.of(opened).filter(days -> !days.isEmpty()).map(TreeMap::firstKey);
    }

    private static Optional<LocalDate> last(TreeMap<LocalDate, Long> opened) {
        return Optional.of(opened).filter(days -> !days.isEmpty()).map(TreeMap::lastKey);
    }

    private static <T> Map<T, Long> count(Collection<ExpectedCase> cases, Function<ExpectedCase, T> group) {
        return cases.stream().collect(Collectors.groupingBy(group, Collectors.counting()));
    }

    /** The service may return several groups with the same values, because documents can differ in other ones. */
    private static <T> Map<T, Long> sum(List<T> groups, UnaryOperator<T> withoutCount, ToLongFunction<T> count) {
        return groups.stream().collect(Collectors.groupingBy(withoutCount, Collectors.summingLong(count)));
    }
}
