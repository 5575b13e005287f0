package dev.certpath.cases.statistics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;

/** In steps of what a period is told. */
public enum TimeGranularity {
    DAY(ChronoUnit.DAYS),
    /** From Monday to Sunday. */
    WEEK(ChronoUnit.WEEKS),
    MONTH(ChronoUnit.MONTHS),
    YEAR(ChronoUnit.YEARS);

    /** More would be too many to look at together. */
    static final int MOST_STEPS = 60;

    private final ChronoUnit step;

    TimeGranularity(ChronoUnit step) {
        this.step = step;
    }

    /** The finest one that tells a period in few steps. */
    static TimeGranularity of(LocalDate from, LocalDate to) {
        return Arrays.stream(values())
                .filter(pace -> pace.isShort(from, to))
                .findFirst()
                .orElse(YEAR);
    }

    /** Whether a period is told in few steps. */
    boolean isShort(LocalDate from, LocalDate to) {
        return step.between(start(from), to) < MOST_STEPS;
    }

    /** The first day of the step that a day is in. */
    LocalDate start(LocalDate day) {
        return switch (this) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    /** The last day of the step that a day is in. */
    LocalDate end(LocalDate day) {
        return start(day).plus(1, step).minusDays(1);
    }
}
