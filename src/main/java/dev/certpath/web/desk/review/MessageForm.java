package dev.certpath.web.desk.review;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseDetails;
import dev.certpath.recommend.Recommendation;
import dev.certpath.web.validation.FormText;
import java.util.Map;
import org.springframework.validation.Errors;

/**
 * The form for a message to the student.
 *
 * @param message the normalized text
 */
public record MessageForm(String message) implements CaseActionForm {

    static MessageForm of(Map<String, String> parameters) {
        return new MessageForm(FormText.normalize(parameters.get("message")));
    }

    @Override
    public CaseAction.Type type() {
        return CaseAction.Type.MESSAGE;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("message", message);
    }

    @Override
    public CaseActionForm initial(CaseDetails details) {
        return new MessageForm("");
    }

    @Override
    public void validate(CaseFormContext context, Errors errors) {
        CaseActionForm.validateRequiredText("message", message, errors);
    }

    @Override
    public CaseAction toAction(Recommendation recommendation) {
        return new CaseAction.Message(message);
    }

    @Override
    public String text() {
        return message;
    }
}
