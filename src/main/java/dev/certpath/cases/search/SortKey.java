package dev.certpath.cases.search;

import dev.certpath.cases.Case;
import dev.certpath.cases.Case_;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Predicate;
import jakarta.persistence.criteria.Root;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/**
 * A column of a case that lists are sorted by. Its values are exchanged as numbers, so that a position fits in a URL.
 *
 * @param path selects the column; a function, because the metamodel is available only after Hibernate has started
 * @param decoder converts a number to a value of the column
 * @param encoder reads the value of a row as a number
 */
record SortKey<Y extends Comparable<? super Y>>(
        Function<Root<Case>, Expression<Y>> path, LongFunction<Y> decoder, ToLongFunction<CaseRow> encoder) {

    static final SortKey<Instant> WAITING = ofTime(
            root -> root.get(Case_.waitingSince), row -> row.waitingSince().orElseThrow());
    static final SortKey<Instant> OPENED = ofTime(root -> root.get(Case_.openedAt), CaseRow::openedAt);
    static final SortKey<Instant> CHANGED = ofTime(root -> root.get(Case_.changedAt), CaseRow::changedAt);
    static final SortKey<Integer> LEAD = new SortKey<>(
            root -> root.get(Case_.leadPoints),
            number -> (int) Math.min(number, Integer.MAX_VALUE),
            CaseRow::leadPoints);
    static final SortKey<Long> ID = new SortKey<>(root -> root.get(Case_.id), number -> number, CaseRow::databaseId);

    /** The column in a query. */
    Expression<Y> column(Root<Case> root) {
        return path.apply(root);
    }

    /** The value of a row as a number. */
    long valueOf(CaseRow row) {
        return encoder.applyAsLong(row);
    }

    /** The column comes after a value. */
    Predicate isAfter(long number, boolean ascending, Root<Case> root, CriteriaBuilder builder) {
        return ascending
                ? builder.greaterThan(column(root), decoder.apply(number))
                : builder.lessThan(column(root), decoder.apply(number));
    }

    /** The column equals a value. */
    Predicate isEqual(long number, Root<Case> root, CriteriaBuilder builder) {
        return builder.equal(column(root), decoder.apply(number));
    }

    /** Times are encoded in microseconds, the precision of the databases. */
    private static SortKey<Instant> ofTime(
            Function<Root<Case>, Expression<Instant>> path, Function<CaseRow, Instant> time) {
        return new SortKey<>(
                path,
                micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS),
                row -> ChronoUnit.MICROS.between(Instant.EPOCH, time.apply(row)));
    }
}
