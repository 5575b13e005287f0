package dev.certpath.accounts;

import java.io.Serializable;
import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A random password for an account whose owner must choose another at the first login.
 *
 * @param username the account's username
 * @param text the password
 */
public record GeneratedPassword(String username, String text) implements Serializable {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's: none is taken for another
    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 5; // 20 digits of 5 bits: 100 random bits

    /** Makes up a password for an account. */
    public static GeneratedPassword of(String username) {
        var random = new SecureRandom();
        var text = IntStream.range(0, GROUPS)
                .mapToObj(group -> random.ints(GROUP_LENGTH, 0, DIGITS.length())
                        .mapToObj(digit -> DIGITS.substring(digit, digit + 1))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
        return new GeneratedPassword(username, text);
    }

    /** Without the password, so that no log ever holds it by accident. */
    @Override
    public String toString() {
        return "MadeUpPassword[username=" + username + "]";
    }
}
