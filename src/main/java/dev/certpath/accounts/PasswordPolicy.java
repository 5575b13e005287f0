package dev.certpath.accounts;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The rules for passwords: a minimum and a maximum length, and a minimum score of how hard they are to guess. */
@Component
public class PasswordPolicy {

    static final int MIN_LENGTH = 12;
    static final int MAX_LENGTH = 128;

    /**
     * How many characters are rated. The time that zxcvbn takes grows with the cube of the length for some passwords:
     * seconds for 128 characters of {@code l33t}. A password that is hard to guess up to here is not easier with more.
     */
    private static final int MAX_RATED_LENGTH = 64;

    /** The minimum score on the scale of zxcvbn, which ends at 4. */
    private static final int MIN_SCORE = 3;

    /** Shared, because reading its dictionaries takes a tenth of a second. */
    private static final Zxcvbn ESTIMATOR = new Zxcvbn();

    private static final List<String> WORDS_OF_THE_APPLICATION = List.of("certpath", "certification", "advisor");

    /**
     * Checks a password against the rules.
     *
     * @param username the username of the account, which makes a password easy to guess that contains it
     * @return the code of the message that says how to choose a valid password; empty for a valid one
     */
    public Optional<String> findViolation(String password, String username) {
        int length = password.codePointCount(0, password.length());
        if (length < MIN_LENGTH) {
            return Optional.of("password.short");
        }
        if (length > MAX_LENGTH) {
            return Optional.of("password.long");
        }
        return isHardToGuess(password, username) ? Optional.empty() : Optional.of("password.weak");
    }

    private boolean isHardToGuess(String password, String username) {
        var dictionary = Stream.concat(Stream.of(username), WORDS_OF_THE_APPLICATION.stream())
                .toList();
        return ESTIMATOR.measure(beginningOf(password), dictionary).getScore() >= MIN_SCORE;
    }

    private static String beginningOf(String password) {
        int length = Math.min(MAX_RATED_LENGTH, password.codePointCount(0, password.length()));
        return password.substring(0, password.offsetByCodePoints(0, length));
    }
}
