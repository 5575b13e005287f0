package dev.certpath.cases.search;

import dev.certpath.cases.Case;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * Something of a case that an order goes by.
 *
 * @param attribute its name in {@link Case}
 * @param type its type there
 * @param value makes it from a number
 * @param writer makes a number from it
 */
record SortKey<Y extends Comparable<? super Y>>(
        String attribute, Class<Y> type, LongFunction<Y> value, ToLongFunction<CaseRow> writer) {

    static final SortKey<Instant> WAITING =
            time("waitingSince", row -> micros(row.waitingSince().orElseThrow()));
    static final SortKey<Instant> OPENED = time("openedAt", row -> micros(row.openedAt()));
    static final SortKey<Instant> CHANGED = time("changedAt", row -> micros(row.changedAt()));
    static final SortKey<Integer> LEAD = new SortKey<>(
            "leadPoints", Integer.class, number -> (int) Math.min(number, Integer.MAX_VALUE), CaseRow::lead);
    static final SortKey<Long> NUMBER = new SortKey<>("id", Long.class, number -> number, CaseRow::number);

    long number(CaseRow row) {
        return writer.applyAsLong(row);
    }

    Predicate isBeyond(long number, boolean ascending, Root<Case> cases, CriteriaBuilder builder) {
        var column = cases.get(attribute).as(type);
        return ascending
                ? builder.greaterThan(column, value.apply(number))
                : builder.lessThan(column, value.apply(number));
    }

    Predicate isNotBefore(long number, boolean ascending, Root<Case> cases, CriteriaBuilder builder) {
        var column = cases.get(attribute).as(type);
        return ascending
                ? builder.greaterThanOrEqualTo(column, value.apply(number))
                : builder.lessThanOrEqualTo(column, value.apply(number));
    }

    Predicate is(long number, Root<Case> cases, CriteriaBuilder builder) {
        return builder.equal(cases.get(attribute), value.apply(number));
    }

    /** Microseconds: what databases keep. */
    private static SortKey<Instant> time(String attribute, ToLongFunction<CaseRow> number) {
        return new SortKey<>(attribute, Instant.class, micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS), number);
    }

    private static long micros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
