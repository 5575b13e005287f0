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
 * The form for another account, as typed.
 *
 * @param username its name
 * @param role the code of what it may do
 */
public record AccountForm(String username, String role) {

    static final AccountForm EMPTY = new AccountForm("", Account.Role.ADVISOR.code());

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{3,50}");

    /** What stands where a name could stand: in the filter of the queue, and in the timeline. */
    private static final Set<String> WORDS_OF_THE_DESK = Set.of("me", "nobody", "student");

    public AccountForm(@Nullable String username, @Nullable String role) {
        this.username = username == null ? "" : username;
        this.role = role == null ? "" : role;
    }

    /** What is wrong with it, as far as the form itself tells. */
    List<FormViolation> problems() {
        var problems = new ArrayList<FormViolation>();
        if (username.isBlank()) {
            problems.add(new FormViolation("username", "accounts.username.missing"));
        } else if (!NAME.matcher(username.strip()).matches()) {
            problems.add(new FormViolation("username", "accounts.username.wrong"));
        } else if (WORDS_OF_THE_DESK.contains(keptUsername())) {
            problems.add(new FormViolation("username", "accounts.username.word", keptUsername()));
        }
        if (Account.Role.of(role).isEmpty()) {
            problems.add(new FormViolation("role", "accounts.role.missing"));
        }
        return problems;
    }

    /** The name in the form it is kept in. */
    String keptUsername() {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    /** What the account may do. */
    Account.Role chosenRole() {
        return Account.Role.of(role).orElseThrow();
    }
}
