package dev.certpath.desk;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Says what is wrong with a form in the words of {@code messages.properties}. */
@Component
class FormWords {

    /** A problem in words, as the fragments of {@code fragments/form.html} show it. */
    public record FormError(String field, String message) {}

    private final MessageSource messages;

    FormWords(MessageSource messages) {
        this.messages = messages;
    }

    /** Lets a page tell what is wrong: in words, and by the ids of the controls. */
    void tell(ModelAndView page, List<FormProblem> problems) {
        page.addObject("errors", problems.stream().map(this::inWords).toList());
        page.addObject("wrong", problems.stream().map(FormProblem::field).toList());
    }

    String text(String code, Object... values) {
        return messages.getMessage(code, values, Locale.ENGLISH);
    }

    private FormError inWords(FormProblem problem) {
        return new FormError(
                problem.field(), text(problem.code(), problem.values().toArray()));
    }
}
