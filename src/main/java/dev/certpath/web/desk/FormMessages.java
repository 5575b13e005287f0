package dev.certpath.web.desk;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Says what is wrong with a form in the words of {@code messages.properties}. */
@Component
public class FormMessages {

    /** A problem in words, as the fragments of {@code fragments/form.html} show it. */
    public record FormError(String field, String message) {}

    private final MessageSource messages;

    FormMessages(MessageSource messages) {
        this.messages = messages;
    }

    /** Lets a page tell what is wrong: in words, and by the ids of the controls. */
    public void tell(ModelAndView page, List<FormViolation> problems) {
        page.addObject("errors", problems.stream().map(this::inWords).toList());
        page.addObject("wrong", problems.stream().map(FormViolation::field).toList());
    }

    public String text(String code, Object... values) {
        return messages.getMessage(code, values, Locale.ENGLISH);
    }

    private FormError inWords(FormViolation problem) {
        return new FormError(
                problem.field(), text(problem.code(), problem.values().toArray()));
    }
}
