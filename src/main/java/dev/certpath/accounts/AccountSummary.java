package dev.certpath.accounts;

import java.time.Instant;

/**
 * An account in the list of accounts.
 *
 * @param id the number of the account
 * @param username the username
 * @param role the role
 * @param enabled whether it can log in
 * @param mustChangePassword whether the password has to be changed at the next login
 * @param limitedToKnownDevices whether it takes logins from known devices only, after too many failed ones
 * @param createdAt when it was added
 */
public record AccountSummary(
        long id,
        String username,
        Account.Role role,
        boolean enabled,
        boolean mustChangePassword,
        boolean limitedToKnownDevices,
        Instant createdAt) {

    /** The state of an account; of several that apply, the first. */
    public enum State {
        DISABLED,
        LIMITED_TO_KNOWN_DEVICES,
        MUST_CHANGE_PASSWORD,
        ACTIVE
    }

    static AccountSummary of(Account account, boolean limitedToKnownDevices) {
        return new AccountSummary(
                account.id(),
                account.username(),
                account.role(),
                account.isEnabled(),
                account.mustChangePassword(),
                limitedToKnownDevices,
                account.createdAt());
    }

    /** The state of the account. */
    public State state() {
        if (!enabled) {
            return State.DISABLED;
        }
        if (limitedToKnownDevices) {
            return State.LIMITED_TO_KNOWN_DEVICES;
        }
        return mustChangePassword ? State.MUST_CHANGE_PASSWORD : State.ACTIVE;
    }
}
