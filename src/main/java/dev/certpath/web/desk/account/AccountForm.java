package dev.certpath.web.desk.account;

import dev.certpath.accounts.Account;
import dev.certpath.web.desk.FormViolation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The form for a new account, as submitted.
 *
 * @param username the username
 * @param role the code of the role
 */
public record AccountForm(String username, String role) {

    static final AccountForm EMPTY = new AccountForm("", Account.Role.ADVISOR.code());

    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9._-]{3,50}");

    /** Words that stand in place of a username in the filter of the queue and in the timeline. */
    private static final Set<String> RESERVED = Set.of("me", "nobody", "student");

    public AccountForm(@Nullable String username, @Nullable String role) {
        this.username = username == null ? "" : username;
        this.role = role == null ? "" : role;
    }

    /** Validates the form, except for what needs the database. */
    List<FormViolation> violations() {
        var violations = new ArrayList<FormViolation>();
        if (username.isBlank()) {
            violations.add(new FormViolation("username", "accounts.username.missing"));
        } else if (!USERNAME.matcher(username.strip()).matches()) {
            violations.add(new FormViolation("username", "accounts.username.wrong"));
        } else if (RESERVED.contains(normalizedUsername())) {
            violations.add(new FormViolation("username", "accounts.username.reserved", normalizedUsername()));
        }
        if (Account.Role.fromCode(role).isEmpty()) {
            violations.add(new FormViolation("role", "accounts.role.missing"));
        }
        return violations;
    }

    /** The username as it is stored. */
    String normalizedUsername() {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    /** The role of a valid form. */
    Account.Role parsedRole() {
        return Account.Role.fromCode(role).orElseThrow();
    }
}
