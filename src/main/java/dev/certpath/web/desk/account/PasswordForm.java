package dev.certpath.web.desk.account;

import org.jspecify.annotations.Nullable;

/**
 * The form to change a password.
 *
 * @param current the current password
 * @param wanted the new password
 * @param again the new password, repeated
 */
public record PasswordForm(String current, String wanted, String again) {

    /** The form before anything is entered. */
    static final PasswordForm EMPTY = new PasswordForm("", "", "");

    /** Creates the form from the submitted parameters. */
    public PasswordForm(@Nullable String current, @Nullable String wanted, @Nullable String again) {
        this.current = current == null ? "" : current;
        this.wanted = wanted == null ? "" : wanted;
        this.again = again == null ? "" : again;
    }

    /** Leaves out the passwords, so that they can't get into a log by accident. */
    @Override
    public String toString() {
        return "PasswordForm";
    }
}
