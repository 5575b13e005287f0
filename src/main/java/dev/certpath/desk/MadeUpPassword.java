package dev.certpath.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A password that nobody thought up, for an account whose owner chooses another at the first login. On its way to the
 * admin who hands it over it is kept in the session and shown once.
 *
 * <p>Not as a flash attribute: of two that a double click makes, that would show the older first, which is no longer
 * taken.
 *
 * @param username whose it is
 * @param text the password
 */
public record MadeUpPassword(String username, String text) implements Serializable {

    private static final String ATTRIBUTE = MadeUpPassword.class.getName();
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's: none is taken for another
    private static final int GROUPS = 4;
    private static final int GROUP_LENGTH = 5; // 20 digits of 5 bits: 100 random bits

    /** Makes up a password for an account. */
    static MadeUpPassword of(String username) {
        var random = new SecureRandom();
        var text = IntStream.range(0, GROUPS)
                .mapToObj(group -> random.ints(GROUP_LENGTH, 0, DIGITS.length())
                        .mapToObj(digit -> DIGITS.substring(digit, digit + 1))
                        .collect(Collectors.joining()))
                .collect(Collectors.joining("-"));
        return new MadeUpPassword(username, text);
    }

    /** Keeps it for the next page. */
    void keep(HttpServletRequest request) {
        request.getSession().setAttribute(ATTRIBUTE, this);
    }

    /** The one that was kept; given out once. */
    static Optional<MadeUpPassword> take(HttpServletRequest request) {
        var session = request.getSession();
        var kept = Optional.ofNullable(session.getAttribute(ATTRIBUTE)).map(MadeUpPassword.class::cast);
        session.removeAttribute(ATTRIBUTE);
        return kept;
    }

    /** Without the password, so that no log ever holds it by accident. */
    @Override
    public String toString() {
        return "MadeUpPassword[username=" + username + "]";
    }
}
