package dev.certpath.web.desk.review;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseDetails;
import dev.certpath.recommend.Recommendation;
import java.util.Map;
import org.springframework.validation.Errors;

/**
 * The form to assign the case.
 *
 * @param to the username of an advisor; empty if none is selected
 */
public record AssignForm(String to) implements CaseActionForm {

    static AssignForm of(Map<String, String> parameters) {
        return new AssignForm(parameters.getOrDefault("to", ""));
    }

    @Override
    public CaseAction.Type type() {
        return CaseAction.Type.ASSIGN;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("to", to);
    }

    @Override
    public CaseActionForm initial(CaseDetails details) {
        return new AssignForm("");
    }

    @Override
    public void validate(CaseFormContext context, Errors errors) {
        if (!context.isAdvisor().test(to)) {
            errors.rejectValue("to", "unknown");
        }
    }

    @Override
    public CaseAction toAction(Recommendation recommendation) {
        return new CaseAction.Assign(to);
    }
}
