package dev.certpath.desk;

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
public record Period(String from, String to) {

    /** Days with a year of four digits, which every database has. */
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 30);

    /** A period from one day to another. */
    static Period of(LocalDate from, LocalDate to) {
        return new Period(from.toString(), to.toString());
    }

    /** What means nothing in it. */
    List<FormProblem> problems() {
        var problems = new ArrayList<FormProblem>();
        problem(QueueForm.FROM, from).ifPresent(problems::add);
        problem(QueueForm.TO, to).ifPresent(problems::add);
        var first = day(from);
        if (first.isPresent() && day(to).filter(first.get()::isAfter).isPresent()) {
            problems.add(new FormProblem(QueueForm.TO, "queue.to.early"));
        }
        return problems;
    }

    /** The part of the queue that has just the cases of this period. */
    QueueForm cases() {
        return QueueForm.of(Map.of(QueueForm.VIEW, QueueForm.ALL, QueueForm.FROM, from, QueueForm.TO, to));
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() > 0 && !day.isAfter(LAST_DAY));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<FormProblem> problem(String name, String value) {
        return value.isEmpty() || day(value).isPresent()
                ? Optional.empty()
                : Optional.of(new FormProblem(name, "queue.unknown." + name, value));
    }
}
