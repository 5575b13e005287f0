package dev.certpath.cases.statistics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;

/** The length of the buckets that a period is divided into. */
public enum TimeGranularity {
    DAY(ChronoUnit.DAYS),
    /** From Monday to Sunday. */
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS),
    YEAR(ChronoUnit.YEARS);

    /** The number of buckets that a chart can show legibly. */
    static final int MAX_BUCKETS = 60;

    private final ChronoUnit unit;

    TimeGranularity(ChronoUnit unit) {
        this.unit = unit;
    }

    /** The finest granularity that divides a period into at most {@link #MAX_BUCKETS} buckets, else years. */
    static TimeGranularity of(LocalDate from, LocalDate to) {
        return Arrays.stream(values())
                .filter(granularity -> granularity.fits(from, to))
                .findFirst()
                .orElse(YEAR);
    }

    /** Whether a period has at most {@link #MAX_BUCKETS} buckets of this granularity. */
    boolean fits(LocalDate from, LocalDate to) {
        return unit.between(bucketStart(from), to) < MAX_BUCKETS;
    }

    /** The first day of the bucket that contains a day. */
    LocalDate bucketStart(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** The last day of the bucket that contains a day. */
    LocalDate bucketEnd(LocalDate day) {
        return bucketStart(day).plus(1, unit).minusDays(1);
    }
}
