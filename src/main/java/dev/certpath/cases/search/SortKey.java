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
 * An attribute of a case that lists are sorted by. Its values are exchanged as numbers, so that a position fits in a URL.
 *
 * @param attribute the name of the attribute of {@link Case}
 * @param type the type of the attribute
 * @param decoder converts a number to a value of the attribute
 * @param encoder reads the value of a row as a number
 */
record SortKey<Y extends Comparable<? super Y>>(
        String attribute, Class<Y> type, LongFunction<Y> decoder, ToLongFunction<CaseRow> encoder) {

    static final SortKey<Instant> WAITING =
            ofTime("waitingSince", row -> toMicros(row.waitingSince().orElseThrow()));
    static final SortKey<Instant> OPENED = ofTime("openedAt", row -> toMicros(row.openedAt()));
    static final SortKey<Instant> CHANGED = ofTime("changedAt", row -> toMicros(row.changedAt()));
    static final SortKey<Integer> LEAD = new SortKey<>(
            "leadPoints", Integer.class, number -> (int) Math.min(number, Integer.MAX_VALUE), CaseRow::leadPoints);
    static final SortKey<Long> ID = new SortKey<>("id", Long.class, number -> number, CaseRow::databaseId);

    /** The value of a row as a number. */
    long valueOf(CaseRow row) {
        return encoder.applyAsLong(row);
    }

    /** The attribute comes after a value. */
    Predicate isAfter(long number, boolean ascending, Root<Case> root, CriteriaBuilder builder) {
        var column = root.get(attribute).as(type);
        return ascending
                ? builder.greaterThan(column, decoder.apply(number))
                : builder.lessThan(column, decoder.apply(number));
    }

    /** The attribute equals a value or comes after it. */
    Predicate isAtOrAfter(long number, boolean ascending, Root<Case> root, CriteriaBuilder builder) {
        var column = root.get(attribute).as(type);
        return ascending
                ? builder.greaterThanOrEqualTo(column, decoder.apply(number))
                : builder.lessThanOrEqualTo(column, decoder.apply(number));
    }

    /** The attribute equals a value. */
    Predicate isEqual(long number, Root<Case> root, CriteriaBuilder builder) {
        return builder.equal(root.get(attribute), decoder.apply(number));
    }

    /** Times are encoded in microseconds, the precision of the databases. */
    private static SortKey<Instant> ofTime(String attribute, ToLongFunction<CaseRow> encoder) {
        return new SortKey<>(
                attribute, Instant.class, micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS), encoder);
    }

    private static long toMicros(Instant time) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, time);
    }
}
