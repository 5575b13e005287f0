package dev.certpath.accounts;

/** Thrown when the configured password of the first account breaks the {@link PasswordPolicy}. */
public final class WeakPasswordException extends RuntimeException {

    /** Creates the exception with a message that says how to choose a valid password. */
    public WeakPasswordException(String message) {
        super(message);
    }
}
