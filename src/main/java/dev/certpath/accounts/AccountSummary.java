package dev.certpath.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account in the list of accounts.
 *
 * @param username the username
 * @param role the role
 * @param enabled whether it can log in
 * @param mustChangePassword whether the password has to be changed at the next login
 * @param lockedUntil when the lock after wrong passwords in a row ends, or null
 * @param createdAt when it was added
 */
public record AccountSummary(
        String username,
        Account.Role role,
        boolean enabled,
        boolean mustChangePassword,
        @Nullable Instant lockedUntil,
        Instant createdAt) {

    /** The state of an account; of several that apply, the first. */
    public enum State {
        DISABLED,
        LOCKED,
        MUST_CHANGE_PASSWORD,
        ACTIVE
    }

    /** The state at a point in time. */
    public State stateAt(Instant now) {
        if (!enabled) {
            return State.DISABLED;
        }
        if (lockedUntil != null && now.isBefore(lockedUntil)) {
            return State.LOCKED;
        }
        return mustChangePassword ? State.MUST_CHANGE_PASSWORD : State.ACTIVE;
    }
}
