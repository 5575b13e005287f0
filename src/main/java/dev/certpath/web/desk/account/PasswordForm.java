package dev.certpath.web.desk.account;

import dev.certpath.accounts.PasswordPolicy;
import dev.certpath.web.desk.FormViolation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form to change a password, as submitted.
 *
 * @param current the current password
 * @param wanted the new password
 * @param again the new password, repeated
 */
public record PasswordForm(String current, String wanted, String again) {

    public PasswordForm(@Nullable String current, @Nullable String wanted, @Nullable String again) {
        this.current = current == null ? "" : current;
        this.wanted = wanted == null ? "" : wanted;
        this.again = again == null ? "" : again;
    }

    /** Validates the form, except for what needs the database. */
    List<FormViolation> violations(String username, PasswordPolicy policy) {
        var violations = new ArrayList<FormViolation>();
        if (current.isEmpty()) {
            violations.add(new FormViolation("current", "password.current.missing"));
        }
        policy.findViolation(wanted, username).ifPresent(code -> violations.add(new FormViolation("wanted", code)));
        if (wanted.equals(current) && !wanted.isEmpty()) {
            violations.add(new FormViolation("wanted", "password.same"));
        }
        if (!again.equals(wanted)) {
            violations.add(new FormViolation("again", "password.again.differs"));
        }
        return violations;
    }
}
