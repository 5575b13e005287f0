package dev.certpath.web.desk.guide;

import dev.certpath.web.desk.PeriodParameters;
import dev.certpath.web.validation.FormText;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The form that publishes an edition.
 *
 * @param reason why
 * @param when {@code now} or {@code day}
 * @param day the first day on which it is in force in ISO format, if it is published on a day
 */
public record PublicationForm(String reason, String when, String day) {

    static final String MODEL_ATTRIBUTE = "publicationForm";

    static final PublicationForm EMPTY = new PublicationForm("", "now", "");

    private static final int MAX_REASON_LENGTH = 1000;

    private static final int MAX_YEARS_AHEAD = 5;

    /** Creates the form from the submitted parameters. */
    public PublicationForm(@Nullable String reason, @Nullable String when, @Nullable String day) {
        this.reason = FormText.normalize(reason);
        this.when = FormText.normalize(when);
        this.day = FormText.normalize(day);
    }

    /** The first day on which the edition of a valid form is in force; empty for at once. */
    Optional<LocalDate> from() {
        return when.equals("day") ? PeriodParameters.parseDay(day) : Optional.empty();
    }

    void validate(LocalDate today, Errors errors) {
        if (reason.isEmpty()) {
            errors.rejectValue("reason", "missing");
        } else if (FormText.hasControlCharacters(reason)) {
            errors.rejectValue("reason", "NoControlCharacters");
        } else if (reason.length() > MAX_REASON_LENGTH) {
            errors.rejectValue("reason", "Size", new Object[] {MAX_REASON_LENGTH, reason.length()}, null);
        }
        if (!when.equals("now") && !when.equals("day")) {
            errors.rejectValue("when", "missing");
        } else if (when.equals("day") && !isLater(today)) {
            errors.rejectValue("day", "invalid");
        }
    }

    private boolean isLater(LocalDate today) {
        return from().filter(first -> first.isAfter(today) && !first.isAfter(today.plusYears(MAX_YEARS_AHEAD)))
                .isPresent();
    }
}
