package dev.certpath.cases.statistics;

import jakarta.persistence.Query;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Some time, from its start to before its end. */
record TimeRange(Instant from, Instant until) {

    /** Later than any case. */
    private static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    static TimeRange of(Optional<LocalDate> from, Optional<LocalDate> to) {
        return new TimeRange(
                from.map(TimeRange::startOf).orElse(Instant.EPOCH),
                to.map(day -> startOf(day.plusDays(1))).orElse(END));
    }

    /** Sets the parameters {@code from} and {@code until} of a query. */
    <Q extends Query> Q setOn(Q query) {
        query.setParameter("from", from).setParameter("until", until);
        return query;
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
