package dev.certpath.web.desk.account;

import dev.certpath.accounts.Account;
import dev.certpath.web.validation.FormText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The form to add an account.
 *
 * @param username the username, in any case
 * @param role the code of the role
 */
public record AccountForm(
        @NotBlank @Pattern(regexp = USERNAME_OR_EMPTY) String username,

        @Pattern(regexp = "advisor|admin") String role) {

    /** The form before anything is entered. */
    static final AccountForm EMPTY = new AccountForm("", Account.Role.ADVISOR.code());

    private static final String USERNAME_OR_EMPTY = "([A-Za-z0-9._-]{3,50})?";

    /** Words that stand in place of a username in the filter of the queue and in the timeline. */
    private static final Set<String> RESERVED = Set.of("me", "nobody", "student");

    /** Creates the form from the submitted parameters. */
    public AccountForm(@Nullable String username, @Nullable String role) {
        this.username = FormText.normalize(username);
        this.role = FormText.normalize(role);
    }

    /** The username as it is stored. */
    String normalizedUsername() {
        return username.toLowerCase(Locale.ROOT);
    }

    boolean hasReservedUsername() {
        return RESERVED.contains(normalizedUsername());
    }

    /** The role of a valid form. */
    Account.Role parsedRole() {
        return Account.Role.fromCode(role).orElseThrow();
    }
}
