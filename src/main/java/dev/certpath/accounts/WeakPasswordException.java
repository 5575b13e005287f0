package dev.certpath.accounts;

/** The password configured for the first account breaks the rules; the message says which. */
public final class WeakPasswordException extends RuntimeException {

    public WeakPasswordException(String problem) {
        super(problem);
    }
}
