package dev.certpath.web.desk;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Resolves the messages of the desk from {@code messages.properties}. */
@Component
public class FormMessages {

    /**
     * An error of a form, as the fragments of {@code fragments/form.html} show it.
     *
     * @param fieldName the id of the form control
     * @param message the resolved message
     */
    public record FormError(String fieldName, String message) {}

    private final MessageSource messages;

    FormMessages(MessageSource messages) {
        this.messages = messages;
    }

    /** Adds the errors of a form to a page, and the ids of the invalid controls. */
    public void addErrors(ModelAndView page, List<FormViolation> violations) {
        page.addObject("errors", violations.stream().map(this::toError).toList());
        page.addObject(
                "invalidFields", violations.stream().map(FormViolation::field).toList());
    }

    /** Resolves a message; a code without a message is an error. */
    public String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, Locale.ENGLISH);
    }

    private FormError toError(FormViolation violation) {
        return new FormError(
                violation.field(), text(violation.code(), violation.arguments().toArray()));
    }
}
