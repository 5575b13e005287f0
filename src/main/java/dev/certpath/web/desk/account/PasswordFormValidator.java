package dev.certpath.web.desk.account;

import dev.certpath.accounts.PasswordPolicy;
import org.springframework.validation.Errors;
import org.springframework.validation.Validator;

/** Validates a {@link PasswordForm}, except for what needs the database. */
final class PasswordFormValidator implements Validator {

    private final PasswordPolicy policy;
    private final String username;

    /** Creates a validator for the form of a user. */
    PasswordFormValidator(PasswordPolicy policy, String username) {
        this.policy = policy;
        this.username = username;
    }

    @Override
    public boolean supports(Class<?> type) {
        return type == PasswordForm.class;
    }

    @Override
    public void validate(Object target, Errors errors) {
        var form = (PasswordForm) target;
        if (form.current().isEmpty()) {
            errors.rejectValue("current", "NotEmpty");
        }
        policy.findViolation(form.wanted(), username).ifPresent(code -> errors.rejectValue("wanted", code));
        if (form.wanted().equals(form.current()) && !form.wanted().isEmpty()) {
            errors.rejectValue("wanted", "same");
        }
        if (!form.again().equals(form.wanted())) {
            errors.rejectValue("again", "differs");
        }
    }
}
