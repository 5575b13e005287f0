package dev.certpath.web.desk.review;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseDetails;
import dev.certpath.recommend.Recommendation;
import dev.certpath.web.validation.FormText;
import java.util.Map;
import org.springframework.validation.Errors;

/**
 * The form for closing a case.
 *
 * @param closing the normalized message to the student; required if the student waits for an answer
 */
public record CloseForm(String closing) implements CaseActionForm {

    static CloseForm of(Map<String, String> parameters) {
        return new CloseForm(FormText.normalize(parameters.get("closing")));
    }

    @Override
    public CaseAction.Type type() {
        return CaseAction.Type.CLOSE;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("closing", closing);
    }

    @Override
    public CaseActionForm initial(CaseDetails details) {
        return new CloseForm("");
    }

    @Override
    public void validate(CaseFormContext context, Errors errors) {
        if (context.isStudentWaiting()) {
            CaseActionForm.validateRequiredText("closing", closing, errors);
        } else {
            CaseActionForm.validateText("closing", closing, errors);
        }
    }

    @Override
    public CaseAction toAction(Recommendation recommendation) {
        return new CaseAction.Close(closing);
    }

    @Override
    public String text() {
        return closing;
    }
}
