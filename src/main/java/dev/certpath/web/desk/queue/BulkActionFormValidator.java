package dev.certpath.web.desk.queue;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseCommentView;
import dev.certpath.web.validation.FormText;
import java.util.List;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/** Validates a {@link BulkActionForm}. Words are required where the advisor was asked for them. */
final class BulkActionFormValidator implements Validator {

    private final List<String> usernames;

    /**
     * Creates a validator.
     *
     * @param usernames the usernames to which cases can be assigned
     */
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
        validateCases(form, errors);
        validateAction(form, errors);
        validateWords(form, errors);
    }

    private static void validateCases(BulkActionForm form, Errors errors) {
        if (form.selected().isEmpty()) {
            errors.rejectValue("cases", "missing");
        } else if (form.caseRefs().size() < form.selected().size()) {
            errors.rejectValue("cases", "invalid");
        }
    }

    private void validateAction(BulkActionForm form, Errors errors) {
        var action = form.toCaseAction();
        if (action.isEmpty()) {
            errors.rejectValue("action", "missing");
        } else if (action.get() instanceof CaseAction.Assign assign && !usernames.contains(assign.to())) {
            errors.rejectValue("assignee", "missing");
        }
    }

    private static void validateWords(BulkActionForm form, Errors errors) {
        if (FormText.hasControlCharacters(form.words())) {
            errors.rejectValue("words", "NoControlCharacters");
        } else if (form.words().length() > CaseCommentView.MAX_TEXT_LENGTH) {
            errors.rejectValue(
                    "words",
                    "Size",
                    new Object[] {CaseCommentView.MAX_TEXT_LENGTH, form.words().length()},
                    null);
        } else if (form.isConfirmed() && form.words().isEmpty()) {
            errors.rejectValue("words", "asked");
        }
    }
}
