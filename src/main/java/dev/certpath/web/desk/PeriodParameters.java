package dev.certpath.web.desk;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The days on which cases were opened, as an address says them.
 *
 * @param from the first day, such as 2026-11-23; empty: from the first case on
 * @param to the last day; empty: to the last case
 */
public record PeriodParameters(String from, String to) {

    /** Days with a year of four digits, which every database has. */
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 30);

    /** A period from one day to another. */
    public static PeriodParameters of(LocalDate from, LocalDate to) {
        return new PeriodParameters(from.toString(), to.toString());
    }

    /** What means nothing in it. */
    public List<FormViolation> problems() {
        var problems = new ArrayList<FormViolation>();
        problem(QueueParameters.FROM, from).ifPresent(problems::add);
        problem(QueueParameters.TO, to).ifPresent(problems::add);
        var first = day(from);
        if (first.isPresent() && day(to).filter(first.get()::isAfter).isPresent()) {
            problems.add(new FormViolation(QueueParameters.TO, "queue.to.early"));
        }
        return problems;
    }

    /** The part of the queue that has just the cases of this period. */
    public QueueParameters cases() {
        return QueueParameters.of(
                Map.of(QueueParameters.VIEW, QueueParameters.ALL, QueueParameters.FROM, from, QueueParameters.TO, to));
    }

    public static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() > 0 && !day.isAfter(LAST_DAY));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<FormViolation> problem(String name, String value) {
        return value.isEmpty() || day(value).isPresent()
                ? Optional.empty()
                : Optional.of(new FormViolation(name, "queue.unknown." + name, value));
    }
}
