package dev.certpath.accounts;

/** Thrown when a change of an account is not allowed. Nothing is changed. */
public final class AccountChangeRejectedException extends RuntimeException {

    /** Why a change is rejected. */
    enum Reason {
        /** Admins can't change their own account, so that they don't lock themselves out by mistake. */
        OWN_ACCOUNT,
        /** The account is the last enabled admin: without an admin nobody could create another one. */
        LAST_ADMIN,
        /** The account that should get the cases of a disabled one is disabled, or is that one. */
        SUCCESSOR_DISABLED,
        /** The form was sent before, and what it asks for is done. */
        ALREADY_DONE
    }

    private final Reason reason;
    private final String username;

    AccountChangeRejectedException(Reason reason, String username) {
        super("Change of an account rejected: " + reason);
        this.reason = reason;
        this.username = username;
    }

    /** Why the change is rejected. */
    public Reason reason() {
        return reason;
    }

    /** Whether another account has to be chosen for the cases. */
    public boolean isAboutSuccessor() {
        return reason == Reason.SUCCESSOR_DISABLED;
    }

    /** The username of the account that was to be changed. */
    public String username() {
        return username;
    }
}
