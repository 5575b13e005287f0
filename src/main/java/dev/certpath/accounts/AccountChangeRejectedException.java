package dev.certpath.accounts;

/** A change of an account that would do harm. Nothing was changed. */
public final class AccountChangeRejectedException extends RuntimeException {

    /** Why a change is rejected. */
    enum Reason {
        /** An admin tried to change their own account and could lock themselves out. */
        OWN_ACCOUNT,
        /** The account is the last enabled admin's: without one nobody could make another. */
        LAST_ADMIN
    }

    private final Reason reason;
    private final String username;

    AccountChangeRejectedException(Reason reason, String username) {
        super("The change of this account is rejected: " + reason);
        this.reason = reason;
        this.username = username;
    }

    /** Why the change is rejected. */
    public Reason reason() {
        return reason;
    }

    /** The account that would have been changed. */
    public String username() {
        return username;
    }
}
