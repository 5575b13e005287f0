package dev.certpath.cases.statistics;

import static java.util.Objects.requireNonNullElse;

import dev.certpath.cases.Case;
import dev.certpath.cases.Case_;
import dev.certpath.cases.CodeColumn;
import dev.certpath.cases.DecisionOutcome;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.CriteriaSelect;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts cases in the database with a fixed number of queries, which read indexes, the documents and the open cases only. */
@Service
public class CaseStatisticsService {

    private final EntityManager entityManager;
    private final AdvisorQueries advisors;
    private final TransactionTemplate snapshot;

    CaseStatisticsService(
            EntityManager entityManager, AdvisorQueries advisors, PlatformTransactionManager transactionManager) {
        this.entityManager = entityManager;
        this.advisors = advisors;
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
        var period = TimeRange.of(from, to);
        return snapshot.execute(status -> {
            var days = findDays(from, to);
            var granularity =
                    days.map(range -> TimeGranularity.of(range.from, range.to)).orElse(TimeGranularity.DAY);
            var buckets = days.map(range -> countBuckets(range, granularity)).orElse(List.of());
            return new CaseStatistics(
                    granularity, buckets, countCases(period), countDecisions(period), advisors.find(period));
        });
    }

    private record DayRange(LocalDate from, LocalDate to) {

        TimeRange toTimeRange() {
            return TimeRange.of(Optional.of(from), Optional.of(to));
        }
    }

    /** The days to divide into buckets; empty if an open-ended period has no cases. */
    private Optional<DayRange> findDays(Optional<LocalDate> from, Optional<LocalDate> to) {
        if (from.isPresent() && to.isPresent() && TimeGranularity.YEAR.fits(from.get(), to.get())) {
            return Optional.of(new DayRange(from.get(), to.get()));
        }
        var period = TimeRange.of(from, to);
        var first = findOpeningDay(period, "asc");
        var last = findOpeningDay(period, "desc");
        return first.flatMap(start -> last.map(end -> new DayRange(start, end)));
    }

    /** The day on which the first or the last of the cases was opened. */
    private Optional<LocalDate> findOpeningDay(TimeRange period, String order) {
        var query = entityManager.createQuery(
                "select c.openedAt from Case c where c.openedAt >= :from and c.openedAt < :until order by c.openedAt "
                        + order,
                Instant.class);
        return within(period, query)
                .setMaxResults(1)
                .getResultStream()
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
        var openedAt = query.from(Case.class).get(Case_.openedAt);
        var period = range.toTimeRange();
        return query.select(builder.tuple(builder.literal(index), builder.count(openedAt)))
                .where(
                        builder.greaterThanOrEqualTo(openedAt, period.from()),
                        builder.lessThan(openedAt, period.until()));
    }

    /** Counts the cases of each document in an index alone, and only then reads the documents. */
    private List<CaseBreakdown> countCases(TimeRange period) {
        return groups("""
                select d.answers, d.firstTrack, d.firmness, counted.number from (
                  select c.documentId as document, count(c.openedAt) as number from Case c
                  where c.openedAt >= :from and c.openedAt < :until group by c.documentId) counted
                join Document d on d.id = counted.document""", period)
                .map(row -> new CaseBreakdown(
                        CodeColumn.splitAnswers(text(row, 0)), text(row, 1), text(row, 2), number(row, 3)))
                .toList();
    }

    private List<DecisionBreakdown> countDecisions(TimeRange period) {
        return groups("""
                select counted.outcome, counted.reason, d.rules, counted.number from (
                  select c.outcome as outcome, c.decision.reason as reason, c.documentId as document, count(c.openedAt) as number
                  from Case c where c.outcome in (AGREED, OTHERWISE) and c.openedAt >= :from and c.openedAt < :until
                  group by c.outcome, c.decision.reason, c.documentId) counted
                join Document d on d.id = counted.document""", period)
                .map(row -> new DecisionBreakdown(
                        row.get(0, DecisionOutcome.class) == DecisionOutcome.OTHERWISE,
                        text(row, 1),
                        CodeColumn.split(text(row, 2)),
                        number(row, 3)))
                .toList();
    }

    private Stream<Tuple> groups(String query, TimeRange period) {
        return within(period, entityManager.createQuery(query, Tuple.class)).getResultStream();
    }

    private static <T> TypedQuery<T> within(TimeRange period, TypedQuery<T> query) {
        return period.setOn(query);
    }

    private static String text(Tuple row, int column) {
        return requireNonNullElse(row.get(column, String.class), "");
    }

    private static long number(Tuple row, int column) {
        return row.get(column, Long.class);
    }
}
