package dev.certpath.accounts;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A random password for an account whose owner must choose another one at the next login. It is shown once and never
 * stored, so it must not be added to a session.
 *
 * @param username the username of the account
 * @param password the password, four groups of five characters
 */
public record GeneratedPassword(String username, String password) {

    /** Crockford's base 32, which leaves out characters that are easily confused. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 5; // 20 characters of 5 bits: 100 random bits

    /** Generates a password for an account. */
    public static GeneratedPassword generateFor(String username) {
        var random = new SecureRandom();
        var password = IntStream.range(0, GROUPS)
                .mapToObj(group -> random.ints(GROUP_LENGTH, 0, ALPHABET.length())
                        .mapToObj(index -> ALPHABET.substring(index, index + 1))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
        return new GeneratedPassword(username, password);
    }

    /** Leaves out the password, so that it can't get into a log by accident. */
    @Override
    public String toString() {
        return "GeneratedPassword[username=" + username + "]";
    }
}
