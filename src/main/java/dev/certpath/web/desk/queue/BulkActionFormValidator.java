package dev.certpath.web.desk.queue;

import dev.certpath.cases.CaseAction;
import java.util.List;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/** Validates a {@link BulkActionForm}. */
final class BulkActionFormValidator implements Validator {

    private final List<String> usernames;

    /** Creates a validator that accepts these usernames as assignees. */
    BulkActionFormValidator(List<String> usernames) {
        this.usernames = usernames;
    }

    @Override
    public boolean supports(Class<?> type) {
        return type == BulkActionForm.class;
    }

    @Override
    public void validate(Object target, Errors errors) {
        var form = (BulkActionForm) target;
        if (form.cases().isEmpty()) {
            errors.rejectValue("cases", "missing");
        } else if (form.cases().stream()
                .anyMatch(text -> CaseVersionRef.parse(text).isEmpty())) {
            errors.rejectValue("cases", "invalid");
        }
        var action = form.toCaseAction();
        if (action.isEmpty()) {
            errors.rejectValue("action", "missing");
        } else if (action.get() instanceof CaseAction.Assign assign && !usernames.contains(assign.to())) {
            errors.rejectValue("assignee", "missing");
        }
    }
}
