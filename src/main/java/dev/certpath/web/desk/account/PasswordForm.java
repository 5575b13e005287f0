package dev.certpath.web.desk.account;

import dev.certpath.accounts.PasswordPolicy;
import dev.certpath.web.desk.FormViolation;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The form for another password, as sent.
 *
 * @param current the present password
 * @param wanted the new one
 * @param again the new one again
 */
public record PasswordForm(String current, String wanted, String again) {

    public PasswordForm(@Nullable String current, @Nullable String wanted, @Nullable String again) {
        this.current = current == null ? "" : current;
        this.wanted = wanted == null ? "" : wanted;
        this.again = again == null ? "" : again;
    }

    /** What is wrong with it, as far as the form itself tells. */
    List<FormViolation> problems(String username, PasswordPolicy rules) {
        var problems = new ArrayList<FormViolation>();
        if (current.isEmpty()) {
            problems.add(new FormViolation("current", "password.current.missing"));
        }
        rules.problem(wanted, username).ifPresent(code -> problems.add(new FormViolation("wanted", code)));
        if (wanted.equals(current) && !wanted.isEmpty()) {
            problems.add(new FormViolation("wanted", "password.same"));
        }
        if (!again.equals(wanted)) {
            problems.add(new FormViolation("again", "password.again.differs"));
        }
        return problems;
    }
}
