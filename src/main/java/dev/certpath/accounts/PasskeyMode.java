package dev.certpath.accounts;

import java.util.Optional;
import java.util.stream.Stream;

/** Who needs a passkey, a second factor besides the password, to log in. */
public enum PasskeyMode {
    /** No account. Passkeys can't be added, and those that exist are not asked for. */
    OFF("off"),
    /** Accounts with a passkey. */
    OPTIONAL("optional"),
    /** All admins, and advisors with a passkey. */
    ADMINS("admins"),
    /** All accounts. */
    ALL("all");

    private final String code;

    PasskeyMode(String code) {
        this.code = code;
    }

    /** The code in the setting. */
    public String code() {
        return code;
    }

    /** Whether there are passkeys at all. */
    public boolean isOn() {
        return this != OFF;
    }

    /** Whether an account needs a passkey even if it has added none. */
    public boolean isRequiredFor(Account.Role role) {
        return this == ALL || (this == ADMINS && role == Account.Role.ADMIN);
    }

    /** Finds the mode of a code; empty for an unknown code. */
    public static Optional<PasskeyMode> fromCode(String code) {
        return Stream.of(values()).filter(mode -> mode.code.equals(code)).findFirst();
    }
}
