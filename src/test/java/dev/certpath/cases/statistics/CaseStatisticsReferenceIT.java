package dev.certpath.cases.statistics;

import static dev.certpath.cases.search.GeneratedCases.KNOWN;
import static dev.certpath.cases.search.GeneratedCases.SEED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.cases.search.ExpectedCase;
import dev.certpath.cases.search.GeneratedCases;
import dev.certpath.cases.statistics.CaseStatistics.Decision;
import dev.certpath.cases.statistics.CaseStatistics.Mix;
import dev.certpath.cases.statistics.CaseStatistics.Step;
import dev.certpath.testsupport.OnEveryDatabase;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The figures of many periods beside the same ones counted in memory. */
@OnEveryDatabase
@ExtendWith(GeneratedCases.class)
class CaseStatisticsReferenceIT {

    private static final LocalDate FIRST = LocalDate.parse("2026-11-01");

    @Test
    void everyPeriodIsCountedAsInMemory() {
        var figures = GeneratedCases.site().bean(CaseStatisticsService.class);
        var ends = LongStream.rangeClosed(-2, 9)
                .mapToObj(days -> Optional.of(FIRST.plusDays(days)))
                .collect(Collectors.toList());
        ends.add(Optional.empty());
        for (var from : ends) {
            for (var to : ends) {
                if (from.isEmpty() || to.isEmpty() || !from.get().isAfter(to.get())) {
                    isCounted(figures.of(from, to), from, to);
                }
            }
        }
    }

    private static void isCounted(CaseStatistics figures, Optional<LocalDate> from, Optional<LocalDate> to) {
        var told = "from %s to %s, seed %d".formatted(from, to, SEED);
        var cases = KNOWN.stream()
                .filter(known -> from.stream().noneMatch(known.openedOn()::isBefore)
                        && to.stream().noneMatch(known.openedOn()::isAfter))
                .toList();
        assertThat(figures.cases()).as(told).isEqualTo(cases.size());
        assertThat(figures.mixes())
                .as(told)
                .containsExactlyInAnyOrderElementsOf(counted(
                        cases,
                        known -> new Mix(known.industry(), known.role(), known.first(), known.firmness(), 0),
                        (mix, many) -> new Mix(mix.industry(), mix.role(), mix.first(), mix.firmness(), many)));
        assertThat(figures.decisions())
                .as(told)
                .containsExactlyInAnyOrderElementsOf(counted(
                        cases.stream()
                                .filter(known -> known.reviewedFirst().isPresent())
                                .toList(),
                        known ->
                                new Decision(known.isOverruled(), known.reason().orElse(""), known.rules(), 0),
                        (one, many) -> new Decision(one.otherwise(), one.reason(), one.rules(), many)));
        areSteps(figures, cases, from, to);
    }

    /** Every day of so short a period is a step of its own. */
    private static void areSteps(
            CaseStatistics figures, List<ExpectedCase> cases, Optional<LocalDate> from, Optional<LocalDate> to) {
        var opened = new TreeMap<LocalDate, Long>();
        cases.forEach(known -> opened.merge(known.openedOn(), 1L, Long::sum));
        var expected = from.or(() -> first(opened)).stream()
                .flatMap(
                        first -> to.or(() -> last(opened)).stream().flatMap(last -> first.datesUntil(last.plusDays(1))))
                .map(day -> new Step(day, day, true, opened.getOrDefault(day, 0L)))
                .toList();
        // A period with only one end and no cases has nothing to tell from day to day.
        assertThat(figures.steps())
                .as("from %s to %s, seed %d", from, to, SEED)
                .isEqualTo(
                        cases.isEmpty() && (from.isEmpty() || to.isEmpty())
                                ? List.of()
                                : from.isEmpty() || to.isEmpty() ? within(expected, opened) : expected);
        assertThat(figures.pace()).isEqualTo(TimeGranularity.DAY);
    }

    /** A period without an end goes from the first case to the last. */
    private static List<Step> within(List<Step> steps, TreeMap<LocalDate, Long> opened) {
        return steps.stream()
                .filter(step ->
                        !step.from().isBefore(opened.firstKey()) && !step.to().isAfter(opened.lastKey()))
                .toList();
    }

    private static Optional<LocalDate> first(TreeMap<LocalDate, Long> opened) {
        return Optional.of(opened).filter(days -> !days.isEmpty()).map(TreeMap::firstKey);
    }

    private static Optional<LocalDate> last(TreeMap<LocalDate, Long> opened) {
        return Optional.of(opened).filter(days -> !days.isEmpty()).map(TreeMap::lastKey);
    }

    private static <T> List<T> counted(
            Collection<ExpectedCase> cases, Function<ExpectedCase, T> kind, BiFunction<T, Long, T> many) {
        return cases.stream().collect(Collectors.groupingBy(kind, Collectors.counting())).entrySet().stream()
                .map(entry -> many.apply(entry.getKey(), entry.getValue()))
                .toList();
    }
}
