package dev.certpath.cases.statistics;

import static java.util.Objects.requireNonNullElse;

import dev.certpath.cases.AdvisorDecision_;
import dev.certpath.cases.Case;
import dev.certpath.cases.Case_;
import dev.certpath.cases.CurrentDate;
import dev.certpath.cases.search.CaseFilter;
import dev.certpath.cases.search.CasePredicates;
import dev.certpath.cases.search.DecisionFilter;
import dev.certpath.guide.ExamClosures;
import dev.certpath.guide.Guide;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.CriteriaSelect;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Selection;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts cases in the database with a fixed number of queries. Uses the predicates of the queue, so that a count and the
 * list that it links to agree.
 */
@Service
public class CaseStatisticsService {

    private final EntityManager entityManager;
    private final Guide guide;
    private final CurrentDate currentDate;
    private final TransactionTemplate snapshot;

    CaseStatisticsService(
            EntityManager entityManager,
            Guide guide,
            CurrentDate currentDate,
            PlatformTransactionManager transactionManager) {
        this.entityManager = entityManager;
        this.guide = guide;
        this.currentDate = currentDate;
        this.snapshot = new TransactionTemplate(transactionManager);
        snapshot.setReadOnly(true);
        // All queries must see the same cases, or the counts contradict each other.
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * Counts the cases that were opened in a period.
     *
     * @param from the first day in UTC; empty for the day of the first case
     * @param to the last day in UTC; empty for the day of the last case
     */
    public CaseStatistics statistics(Optional<LocalDate> from, Optional<LocalDate> to) {
        var period = CaseFilter.openedBetween(from, to);
        return snapshot.execute(status -> {
            var days = findDays(period);
            var granularity =
                    days.map(range -> TimeGranularity.of(range.from, range.to)).orElse(TimeGranularity.DAY);
            var buckets = days.map(range -> countBuckets(range, granularity)).orElse(List.of());
            return new CaseStatistics(granularity, buckets, countCases(period), countDecisions(period));
        });
    }

    private record DayRange(LocalDate from, LocalDate to) {}

    /** The days to divide into buckets; empty if an open-ended period has no cases. */
    private Optional<DayRange> findDays(CaseFilter period) {
        if (period.openedFrom().isPresent() && period.openedTo().isPresent()) {
            var days = new DayRange(period.openedFrom().get(), period.openedTo().get());
            if (TimeGranularity.YEAR.fits(days.from, days.to)) {
                return Optional.of(days);
            }
        }
        var first = findOpeningDay(period, true);
        var last = findOpeningDay(period, false);
        return first.flatMap(from -> last.map(to -> new DayRange(from, to)));
    }

    /** The day on which the first or the last of the cases was opened. */
    private Optional<LocalDate> findOpeningDay(CaseFilter filter, boolean first) {
        var builder = entityManager.getCriteriaBuilder();
        var query = builder.createQuery(Instant.class);
        var predicates = predicates(query);
        var openedAt = predicates.root().get(Case_.openedAt);
        Order order = first ? builder.asc(openedAt) : builder.desc(openedAt);
        query.select(openedAt).where(predicates.matches(filter)).orderBy(order);
        return entityManager.createQuery(query).setMaxResults(1).getResultList().stream()
                .map(time -> LocalDate.ofInstant(time, ZoneOffset.UTC))
                .findFirst();
    }

    /**
     * Counts one range for each bucket instead of grouping by bucket: a database counts a range in an index without
     * reading the rows, which is several times faster than computing the bucket of each row.
     */
    private List<TimeBucket> countBuckets(DayRange days, TimeGranularity granularity) {
        var ranges = new ArrayList<DayRange>();
        for (var day = days.from;
                !day.isAfter(days.to);
                day = granularity.bucketEnd(day).plusDays(1)) {
            var end = granularity.bucketEnd(day);
            ranges.add(new DayRange(day, end.isAfter(days.to) ? days.to : end));
        }
        return toBuckets(ranges, granularity, countRanges(ranges));
    }

    private static List<TimeBucket> toBuckets(List<DayRange> ranges, TimeGranularity granularity, long[] counts) {
        var buckets = new ArrayList<TimeBucket>();
        for (int index = 0; index < ranges.size(); index++) {
            var range = ranges.get(index);
            boolean complete = range.from.equals(granularity.bucketStart(range.from))
                    && range.to.equals(granularity.bucketEnd(range.from));
            buckets.add(new TimeBucket(range.from, range.to, complete, counts[index]));
        }
        return List.copyOf(buckets);
    }

    /** Counts the cases opened in each of some ranges with one query. */
    private long[] countRanges(List<DayRange> ranges) {
        var builder = entityManager.getCriteriaBuilder();
        CriteriaSelect<Tuple> union = countRange(ranges.get(0), 0);
        for (int index = 1; index < ranges.size(); index++) {
            union = builder.unionAll(union, countRange(ranges.get(index), index));
        }
        var counts = new long[ranges.size()];
        entityManager
                .createQuery(union)
                .getResultList()
                .forEach(row -> counts[row.get(0, Integer.class)] = row.get(1, Long.class));
        return counts;
    }

    private CriteriaQuery<Tuple> countRange(DayRange range, int index) {
        var builder = entityManager.getCriteriaBuilder();
        var query = builder.createTupleQuery();
        var predicates = predicates(query);
        var filter = CaseFilter.openedBetween(Optional.of(range.from), Optional.of(range.to));
        return query.select(builder.tuple(builder.literal(index), count(predicates)))
                .where(predicates.matches(filter));
    }

    private List<CaseBreakdown> countCases(CaseFilter period) {
        return countGroups(
                        period,
                        predicates -> List.of(
                                predicates.root().get(Case_.targetIndustry),
                                predicates.root().get(Case_.roleFocus),
                                predicates.root().get(Case_.firstTrack),
                                predicates.root().get(Case_.firmness)))
                .stream()
                .map(row -> new CaseBreakdown(text(row, 0), text(row, 1), text(row, 2), text(row, 3), number(row, 4)))
                .toList();
    }

    private List<DecisionBreakdown> countDecisions(CaseFilter period) {
        return countGroups(
                        period.toBuilder()
                                .decision(Optional.of(DecisionFilter.ANY))
                                .build(),
                        predicates -> List.of(
                                isOverruled(predicates),
                                predicates.root().get(Case_.decision).get(AdvisorDecision_.reason),
                                predicates.root().get(Case_.rules)))
                .stream()
                .map(row -> new DecisionBreakdown(
                        row.get(0, Integer.class) == 1, text(row, 1), splitCodes(text(row, 2)), number(row, 3)))
                .toList();
    }

    private static Expression<Integer> isOverruled(CasePredicates predicates) {
        var builder = predicates.builder();
        // Literals instead of parameters: databases accept a grouped expression only if it equals the selected one.
        return builder.<Integer>selectCase()
                .when(predicates.hasDecision(DecisionFilter.OTHERWISE), builder.literal(1))
                .otherwise(builder.literal(0));
    }

    /** Selects the values that cases are grouped by, followed by the number of cases of each group. */
    private List<Tuple> countGroups(CaseFilter filter, Function<CasePredicates, List<Expression<?>>> groupBy) {
        var builder = entityManager.getCriteriaBuilder();
        var query = builder.createTupleQuery();
        var predicates = predicates(query);
        var columns = groupBy.apply(predicates);
        var selection = new ArrayList<Selection<?>>(columns);
        selection.add(count(predicates));
        query.select(builder.tuple(List.copyOf(selection)))
                .where(predicates.matches(filter))
                .groupBy(columns);
        return entityManager.createQuery(query).getResultList();
    }

    /** Counts a column that is never null and part of the indexes, so that only an index is read. */
    private static Expression<Long> count(CasePredicates predicates) {
        return predicates.builder().count(predicates.root().get(Case_.openedAt));
    }

    private CasePredicates predicates(CriteriaQuery<?> query) {
        return new CasePredicates(
                entityManager.getCriteriaBuilder(),
                query.from(Case.class),
                ExamClosures.asOf(currentDate.get(), guide));
    }

    private static String text(Tuple row, int column) {
        return requireNonNullElse(row.get(column, String.class), "");
    }

    private static long number(Tuple row, int column) {
        return row.get(column, Long.class);
    }

    private static List<String> splitCodes(String codes) {
        return Arrays.stream(codes.split(" "))
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }
}
