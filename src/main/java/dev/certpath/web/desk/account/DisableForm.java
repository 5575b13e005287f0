package dev.certpath.web.desk.account;

import dev.certpath.web.validation.FormText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The form to disable an account.
 *
 * @param username the username of the account
 * @param cases what becomes of its open cases: {@link #GIVE_BACK} or {@link #ASSIGN}; empty if nothing is chosen
 * @param successor the username of the advisor who gets the cases; empty if nobody is chosen
 */
public record DisableForm(String username, String cases, String successor) {

    /** The value of {@link #cases} for giving the cases back. */
    public static final String GIVE_BACK = "give-back";

    /** The value of {@link #cases} for assigning the cases to {@link #successor}. */
    public static final String ASSIGN = "assign";

    /** Creates the form from the submitted parameters. */
    public DisableForm(@Nullable String username, @Nullable String cases, @Nullable String successor) {
        this.username = FormText.normalize(username);
        this.cases = FormText.normalize(cases);
        this.successor = FormText.normalize(successor);
    }

    /** The form before anything is entered. */
    static DisableForm emptyFor(String username) {
        return new DisableForm(username, "", "");
    }

    boolean isChosen() {
        return cases.equals(GIVE_BACK) || cases.equals(ASSIGN);
    }

    boolean isSuccessorMissing() {
        return cases.equals(ASSIGN) && successor.isEmpty();
    }

    /** The advisor who gets the cases; empty if they are given back. */
    Optional<String> chosenSuccessor() {
        return cases.equals(ASSIGN) ? Optional.of(successor) : Optional.empty();
    }
}
