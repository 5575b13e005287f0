package dev.certpath.web.desk.insights;

import dev.certpath.cases.CurrentDate;
import dev.certpath.cases.statistics.TimeBucket;
import dev.certpath.cases.statistics.TimeGranularity;
import dev.certpath.web.desk.DeskMessages;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Formats days and ranges of days. Omits the current year and repeated months and years. */
@Component
class DateRangeFormatter {

    private static final DateTimeFormatter DAY = formatter("d");
    private static final DateTimeFormatter DAY_AND_MONTH = formatter("d MMMM");
    private static final DateTimeFormatter DAY_MONTH_AND_YEAR = formatter("d MMMM yyyy");
    private static final DateTimeFormatter MONTH = formatter("MMMM yyyy");
    private static final DateTimeFormatter YEAR = formatter("yyyy");
    private static final DateTimeFormatter SHORT_DAY = formatter("d MMM");
    private static final DateTimeFormatter SHORT_MONTH = formatter("MMM yyyy");

    private final DeskMessages messages;
    private final CurrentDate currentDate;

    DateRangeFormatter(DeskMessages messages, CurrentDate currentDate) {
        this.messages = messages;
        this.currentDate = currentDate;
    }

    /** Formats a day, such as "9 November". */
    String format(LocalDate day) {
        return (isCurrentYear(day) ? DAY_AND_MONTH : DAY_MONTH_AND_YEAR).format(day);
    }

    /** Formats the days from one to another, such as "9 to 15 November". */
    String format(LocalDate from, LocalDate to) {
        if (from.equals(to)) {
            return format(to);
        }
        boolean sameYear = from.getYear() == to.getYear();
        if (sameYear && from.getMonth() == to.getMonth()) {
            return messages.text("insights.days", DAY.format(from), format(to));
        }
        var start = sameYear ? DAY_AND_MONTH.format(from) : DAY_MONTH_AND_YEAR.format(from);
        return messages.text("insights.days", start, format(to));
    }

    /** Formats a bucket: a complete month or year by its name, any other bucket by its days. */
    String format(TimeBucket bucket, TimeGranularity granularity) {
        if (bucket.complete() && granularity == TimeGranularity.MONTH) {
            return MONTH.format(bucket.from());
        }
        return bucket.complete() && granularity == TimeGranularity.YEAR
                ? YEAR.format(bucket.from())
                : format(bucket.from(), bucket.to());
    }

    /** Formats the start of a bucket, abbreviated. */
    String formatShort(TimeBucket bucket, TimeGranularity granularity) {
        return switch (granularity) {
            case DAY, WEEK -> SHORT_DAY.format(bucket.from());
            case MONTH -> SHORT_MONTH.format(bucket.from());
            case YEAR -> YEAR.format(bucket.from());
        };
    }

    private boolean isCurrentYear(LocalDate day) {
        return day.getYear() == currentDate.get().getYear();
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
