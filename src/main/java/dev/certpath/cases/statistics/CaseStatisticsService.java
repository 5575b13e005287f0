package dev.certpath.cases.statistics;

import static java.util.Objects.requireNonNullElse;

import dev.certpath.cases.Case;
import dev.certpath.cases.CurrentDate;
import dev.certpath.cases.search.CaseFilter;
import dev.certpath.cases.search.CasePredicates;
import dev.certpath.cases.search.CaseSearch;
import dev.certpath.cases.search.DecisionFilter;
import dev.certpath.cases.statistics.CaseStatistics.Decision;
import dev.certpath.cases.statistics.CaseStatistics.Mix;
import dev.certpath.cases.statistics.CaseStatistics.Step;
import dev.certpath.guide.ExamClosures;
import dev.certpath.guide.Guide;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.CriteriaSelect;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Path;
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
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts cases in the database, in a handful of questions however many there are. Which cases are meant is told by the
 * same filters as in {@link CaseSearch}, so that a number and the list it stands for agree.
 */
@Service
public class CaseStatisticsService {

    private final EntityManager database;
    private final Guide guide;
    private final CurrentDate currentDate;
    private final TransactionTemplate reading;

    CaseStatisticsService(
            EntityManager database, Guide guide, CurrentDate currentDate, PlatformTransactionManager transactions) {
        this.database = database;
        this.guide = guide;
        this.currentDate = currentDate;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        // Whoever saves or decides in between must not make one figure contradict another.
        reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** The cases that were opened in a period, from its first to its last day in UTC, where it has such. */
    public CaseStatistics of(Optional<LocalDate> from, Optional<LocalDate> to) {
        var period = CaseFilter.openedIn(from, to);
        return reading.execute(status -> {
            var range = range(period);
            var pace = range.map(days -> TimeGranularity.of(days.from, days.to)).orElse(TimeGranularity.DAY);
            var steps = range.map(days -> steps(days, pace)).orElse(List.of());
            return new CaseStatistics(pace, steps, mixes(period), decisions(period));
        });
    }

    private record Range(LocalDate from, LocalDate to) {}

    /** The days to tell of; empty where a period that has no ends has no cases either. */
    private Optional<Range> range(CaseFilter period) {
        if (period.from().isPresent() && period.to().isPresent()) {
            var asked = new Range(period.from().get(), period.to().get());
            if (TimeGranularity.YEAR.isShort(asked.from, asked.to)) {
                return Optional.of(asked);
            }
        }
        var first = opening(period, true);
        var last = opening(period, false);
        return first.flatMap(from -> last.map(to -> new Range(from, to)));
    }

    /** The day on which the first or the last of some cases was opened. */
    private Optional<LocalDate> opening(CaseFilter filter, boolean first) {
        var builder = database.getCriteriaBuilder();
        var query = builder.createQuery(Instant.class);
        var conditions = conditions(query);
        Path<Instant> opened = conditions.cases().get("openedAt");
        Order order = first ? builder.asc(opened) : builder.desc(opened);
        query.select(opened).where(conditions.letThrough(filter)).orderBy(order);
        return database.createQuery(query).setMaxResults(1).getResultList().stream()
                .map(time -> LocalDate.ofInstant(time, ZoneOffset.UTC))
                .findFirst();
    }

    /**
     * Asked as one range for each step, not grouped by the steps: an index counts a range without a look at its cases,
     * several times faster than a database works out to which day each case belongs.
     */
    private List<Step> steps(Range days, TimeGranularity pace) {
        var all = new ArrayList<Range>();
        for (var day = days.from; !day.isAfter(days.to); day = pace.end(day).plusDays(1)) {
            var end = pace.end(day);
            all.add(new Range(day, end.isAfter(days.to) ? days.to : end));
        }
        var counts = counts(all);
        var steps = new ArrayList<Step>();
        for (int number = 0; number < all.size(); number++) {
            var step = all.get(number);
            boolean whole = step.from.equals(pace.start(step.from)) && step.to.equals(pace.end(step.from));
            steps.add(new Step(step.from, step.to, whole, counts[number]));
        }
        return List.copyOf(steps);
    }

    /** How many cases were opened in each of some ranges, in one question. */
    private long[] counts(List<Range> ranges) {
        var builder = database.getCriteriaBuilder();
        CriteriaSelect<Tuple> all = count(ranges.get(0), 0);
        for (int number = 1; number < ranges.size(); number++) {
            all = builder.unionAll(all, count(ranges.get(number), number));
        }
        var counts = new long[ranges.size()];
        database.createQuery(all)
                .getResultList()
                .forEach(row -> counts[row.get(0, Integer.class)] = row.get(1, Long.class));
        return counts;
    }

    private CriteriaQuery<Tuple> count(Range range, int number) {
        var builder = database.getCriteriaBuilder();
        var query = builder.createTupleQuery();
        var conditions = conditions(query);
        var filter = CaseFilter.openedIn(Optional.of(range.from), Optional.of(range.to));
        return query.select(builder.tuple(builder.literal(number), number(conditions)))
                .where(conditions.letThrough(filter));
    }

    private List<Mix> mixes(CaseFilter filter) {
        return grouped(
                        filter,
                        conditions -> Stream.of("targetIndustry", "roleFocus", "firstTrack", "firmness")
                                .<Expression<?>>map(conditions.cases()::get)
                                .toList())
                .stream()
                .map(row -> new Mix(text(row, 0), text(row, 1), text(row, 2), text(row, 3), number(row, 4)))
                .toList();
    }

    private List<Decision> decisions(CaseFilter period) {
        return grouped(
                        period.and(DecisionFilter.ANY),
                        conditions -> List.of(
                                isOtherwise(conditions),
                                conditions.cases().get("decision").get("reason"),
                                conditions.cases().get("rules")))
                .stream()
                .map(row ->
                        new Decision(row.get(0, Integer.class) == 1, text(row, 1), codes(text(row, 2)), number(row, 3)))
                .toList();
    }

    private static Expression<Integer> isOtherwise(CasePredicates conditions) {
        var builder = conditions.builder();
        // Literals, not parameters: to group by what is selected, databases have to see that it is the same.
        return builder.<Integer>selectCase()
                .when(conditions.isDecided(DecisionFilter.OTHERWISE), builder.literal(1))
                .otherwise(builder.literal(0));
    }

    /** What some cases have in common, and after it how many there are of each kind. */
    private List<Tuple> grouped(CaseFilter filter, Function<CasePredicates, List<Expression<?>>> inCommon) {
        var builder = database.getCriteriaBuilder();
        var query = builder.createTupleQuery();
        var conditions = conditions(query);
        var columns = inCommon.apply(conditions);
        var selected = new ArrayList<Selection<?>>(columns);
        selected.add(number(conditions));
        query.select(builder.tuple(List.copyOf(selected)))
                .where(conditions.letThrough(filter))
                .groupBy(columns);
        return database.createQuery(query).getResultList();
    }

    /** Counts something that every case has and that the indexes hold, so that they are all that is read. */
    private static Expression<Long> number(CasePredicates conditions) {
        return conditions.builder().count(conditions.cases().get("openedAt"));
    }

    private CasePredicates conditions(CriteriaQuery<?> query) {
        return new CasePredicates(
                database.getCriteriaBuilder(), query.from(Case.class), ExamClosures.asOf(currentDate.get(), guide));
    }

    private static String text(Tuple row, int column) {
        return requireNonNullElse(row.get(column, String.class), "");
    }

    private static long number(Tuple row, int column) {
        return row.get(column, Long.class);
    }

    private static List<String> codes(String kept) {
        return Arrays.stream(kept.split(" "))
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }
}
