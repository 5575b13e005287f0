package dev.certpath.accounts;

import dev.certpath.text.InvisibleCharacters;
import java.util.Locale;
import java.util.Optional;

/**
 * A username as accounts are found and failed logins are counted by: what is counted is what is authenticated, however the
 * name is spelled.
 *
 * @param value the username without surrounding whitespace, in lower case, and without invisible characters
 */
public record Username(String value) {

    /** Normalizes a typed username; empty for one with invisible characters, which no account has. */
    public static Optional<Username> parse(String typed) {
        return InvisibleCharacters.areIn(typed) ? Optional.empty() : Optional.of(normalized(typed));
    }

    /** The username that a typed one looks like. */
    public static Username lookingLike(String typed) {
        return normalized(InvisibleCharacters.removeFrom(typed));
    }

    private static Username normalized(String text) {
        return new Username(text.strip().toLowerCase(Locale.ROOT));
    }
}
