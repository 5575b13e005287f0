package dev.certpath.web.desk.insights;

import dev.certpath.cases.CurrentDate;
import dev.certpath.cases.statistics.CaseStatistics.Step;
import dev.certpath.cases.statistics.TimeGranularity;
import dev.certpath.web.desk.FormMessages;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says days as people do. A year that is this one goes without saying. */
@Component
class DateRangeFormatter {

    private static final DateTimeFormatter DAY = format("d");
    private static final DateTimeFormatter DAY_OF_MONTH = format("d MMMM");
    private static final DateTimeFormatter DAY_OF_YEAR = format("d MMMM yyyy");
    private static final DateTimeFormatter MONTH = format("MMMM yyyy");
    private static final DateTimeFormatter YEAR = format("yyyy");
    private static final DateTimeFormatter BRIEF_DAY = format("d MMM");
    private static final DateTimeFormatter BRIEF_MONTH = format("MMM yyyy");

    private final FormMessages words;
    private final CurrentDate currentDate;

    DateRangeFormatter(FormMessages words, CurrentDate currentDate) {
        this.words = words;
        this.currentDate = currentDate;
    }

    /** A day. */
    String of(LocalDate day) {
        return (isThisYear(day) ? DAY_OF_MONTH : DAY_OF_YEAR).format(day);
    }

    /** The days from one to another. */
    String of(LocalDate from, LocalDate to) {
        if (from.equals(to)) {
            return of(to);
        }
        boolean sameYear = from.getYear() == to.getYear();
        if (sameYear && from.getMonth() == to.getMonth()) {
            return words.text("insights.days", DAY.format(from), of(to));
        }
        return words.text("insights.days", sameYear ? DAY_OF_MONTH.format(from) : DAY_OF_YEAR.format(from), of(to));
    }

    /** A step of a period: by its name where it is a whole month or year, else by its days. */
    String of(Step step, TimeGranularity pace) {
        if (step.whole() && pace == TimeGranularity.MONTH) {
            return MONTH.format(step.from());
        }
        return step.whole() && pace == TimeGranularity.YEAR ? YEAR.format(step.from()) : of(step.from(), step.to());
    }

    /** Where a step starts, in few letters. */
    String brief(Step step, TimeGranularity pace) {
        return switch (pace) {
            case DAY, WEEK -> BRIEF_DAY.format(step.from());
            case MONTH -> BRIEF_MONTH.format(step.from());
            case YEAR -> YEAR.format(step.from());
        };
    }

    private boolean isThisYear(LocalDate day) {
        return day.getYear() == currentDate.get().getYear();
    }

    private static DateTimeFormatter format(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
