package dev.certpath.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An account in the list.
 *
 * @param username its name
 * @param role what it may do
 * @param enabled whether it may log in at all
 * @param mustChangePassword whether its password was made up
 * @param waitsUntil when wrong passwords in a row are forgiven, or null
 * @param createdAt when it was added
 */
public record AccountSummary(
        String username,
        Account.Role role,
        boolean enabled,
        boolean mustChangePassword,
        @Nullable Instant waitsUntil,
        Instant createdAt) {

    /** What an admin needs to know of an account first. */
    public enum State {
        DISABLED,
        WAITS,
        MUST_CHANGE_PASSWORD,
        OPEN
    }

    /** Its state at that moment. */
    public State state(Instant now) {
        if (!enabled) {
            return State.DISABLED;
        }
        if (waitsUntil != null && now.isBefore(waitsUntil)) {
            return State.WAITS;
        }
        return mustChangePassword ? State.MUST_CHANGE_PASSWORD : State.OPEN;
    }
}
