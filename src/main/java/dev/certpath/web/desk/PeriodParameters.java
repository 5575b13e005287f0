package dev.certpath.web.desk;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import org.springframework.validation.Errors;

/**
 * The query parameters of a period in which cases were opened.
 *
 * @param from the first day in ISO format, such as 2026-11-23, or empty for the first case
 * @param to the last day in ISO format, or empty for the last case
 */
public record PeriodParameters(String from, String to) {

    /** The name of the model attribute and of the validated object. */
    public static final String MODEL_ATTRIBUTE = "periodParameters";

    /** Years of more than four digits are rejected, because not every database stores them. */
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 30);

    /** Creates the period from one day to another, both included. */
    public static PeriodParameters of(LocalDate from, LocalDate to) {
        return new PeriodParameters(from.toString(), to.toString());
    }

    /** Validates both days and their order. The fields of the errors are {@code from} and {@code to}. */
    public void validate(Errors errors) {
        validateDay(QueueParameters.FROM, from, errors);
        validateDay(QueueParameters.TO, to, errors);
        var first = parseDay(from);
        if (first.isPresent() && parseDay(to).filter(first.get()::isAfter).isPresent()) {
            errors.rejectValue(QueueParameters.TO, "queue.to.early");
        }
    }

    /** The query parameters of the queue that lists all cases of this period. */
    public QueueParameters toQueueParameters() {
        return QueueParameters.of(
                Map.of(QueueParameters.VIEW, QueueParameters.ALL, QueueParameters.FROM, from, QueueParameters.TO, to));
    }

    /** Parses a day in ISO format; empty if the text is not a date or its year is out of range. */
    public static Optional<LocalDate> parseDay(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(day -> day.getYear() > 0 && !day.isAfter(LAST_DAY));
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    private static void validateDay(String name, String value, Errors errors) {
        if (!value.isEmpty() && parseDay(value).isEmpty()) {
            errors.rejectValue(name, "queue.unknown", new Object[] {value}, null);
        }
    }
}
