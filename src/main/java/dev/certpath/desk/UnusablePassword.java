package dev.certpath.desk;

/** The password configured for the first account breaks the rules; the message says which. */
public final class UnusablePassword extends RuntimeException {

    UnusablePassword(String problem) {
        super(problem);
    }
}
