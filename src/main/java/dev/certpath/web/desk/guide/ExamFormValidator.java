package dev.certpath.web.desk.guide;

import dev.certpath.cases.CurrentDate;
import dev.certpath.guide.Exam;
import dev.certpath.guide.Guide;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;

/** Validates what {@link ExamForm} can't declare: days, and the exam that follows. */
@Component
class ExamFormValidator {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;

    private final CurrentDate currentDate;

    ExamFormValidator(CurrentDate currentDate) {
        this.currentDate = currentDate;
    }

    /** Adds an error for each field that is invalid. */
    void validate(String exam, ExamForm form, Guide guide, Errors errors) {
        validateDays(form, errors);
        if (!form.closesLanguage().isEmpty() && form.closes().isEmpty()) {
            errors.rejectValue("closesLanguage", "day");
        }
        if (!form.successor().isEmpty()) {
            validateSuccessor(exam, form.successor(), guide, errors);
        }
    }

    private void validateDays(ExamForm form, Errors errors) {
        var opens = parse("opens", form.opens(), errors);
        var closes = parse("closes", form.closes(), errors);
        if (opens.isPresent() && closes.filter(opens.get()::isAfter).isPresent()) {
            errors.rejectValue("closes", "order");
        }
        var checked = parse("checked", form.checked(), errors);
        if (form.checked().isEmpty()) {
            errors.rejectValue("checked", "NotBlank");
        } else if (checked.filter(currentDate.get()::isBefore).isPresent()) {
            errors.rejectValue("checked", "future");
        }
    }

    private static Optional<LocalDate> parse(String field, String text, Errors errors) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            var day = LocalDate.parse(text);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return Optional.of(day);
            }
        } catch (DateTimeParseException invalid) {
            // The error below covers every kind of invalid day.
        }
        errors.rejectValue(field, "date");
        return Optional.empty();
    }

    private static void validateSuccessor(String exam, String successor, Guide guide, Errors errors) {
        if (guide.findExam(exam).isEmpty() || guide.findExam(successor).isEmpty()) {
            errors.rejectValue("successor", "unknown");
        } else if (leadsTo(exam, successor, guide)) {
            errors.rejectValue("successor", "cycle", new Object[] {exam}, null);
        }
    }

    /** Whether an exam, or one of those that follow it, is another one. */
    private static boolean leadsTo(String exam, String from, Guide guide) {
        var seen = new HashSet<String>();
        Optional<String> code = Optional.of(from);
        while (code.isPresent() && seen.add(code.get())) {
            if (code.get().equals(exam)) {
                return true;
            }
            code = code.flatMap(guide::findExam).map(Exam::successor);
        }
        return false;
    }
}
