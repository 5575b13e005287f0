package dev.certpath.web.desk.queue;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseCommentView;
import dev.certpath.web.validation.FormText;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/** Validates a {@link BulkActionForm}. */
final class BulkActionFormValidator implements Validator {

    private final List<String> usernames;
    private final Predicate<List<String>> isStudentWaiting;

    /**
     * Creates a validator.
     *
     * @param usernames the usernames to which cases can be assigned
     * @param isStudentWaiting returns whether the student of one of these cases waits for an answer
     */
    BulkActionFormValidator(List<String> usernames, Predicate<List<String>> isStudentWaiting) {
        this.usernames = usernames;
        this.isStudentWaiting = isStudentWaiting;
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
        if (FormText.hasControlCharacters(form.words())) {
            errors.rejectValue("words", "NoControlCharacters");
        } else if (form.words().length() > CaseCommentView.MAX_TEXT_LENGTH) {
            errors.rejectValue(
                    "words",
                    "Size",
                    new Object[] {CaseCommentView.MAX_TEXT_LENGTH, form.words().length()},
                    null);
        }
        if (action.isEmpty()) {
            errors.rejectValue("action", "missing");
        } else if (action.get() instanceof CaseAction.Assign assign && !usernames.contains(assign.to())) {
            errors.rejectValue("assignee", "missing");
        } else if (action.get() instanceof CaseAction.Close
                && form.words().isEmpty()
                && isStudentWaiting.test(
                        form.caseRefs().stream().map(CaseVersionRef::id).toList())) {
            errors.rejectValue("words", "asked");
        }
    }
}
