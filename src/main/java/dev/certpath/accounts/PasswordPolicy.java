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

    /**
     * Signs that stand for the same letter in "l33t", and the one by which they are replaced before rating. zxcvbn tries all
     * combinations of those that a password has, which takes seconds for 64 characters of all of them.
     */
    private static final String L33T_SIGNS = "@{[<!|$+";

    private static final String L33T_REPLACEMENTS = "4(((1157";

    /** The minimum score on the scale of zxcvbn, which ends at 4. */
    private static final int MIN_SCORE = 3;

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
        // Not kept: passwords are chosen rarely, its dictionaries take 10 MB, and to read them a tenth of a second.
        return new Zxcvbn()
                        .measure(withOneSignPerLetter(beginningOf(password)), dictionary)
                        .getScore()
                >= MIN_SCORE;
    }

    private static String withOneSignPerLetter(String password) {
        return password.codePoints()
                .map(character -> {
                    int index = L33T_SIGNS.indexOf(character);
                    return index < 0 ? character : L33T_REPLACEMENTS.charAt(index);
                })
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String beginningOf(String password) {
        int length = Math.min(MAX_RATED_LENGTH, password.codePointCount(0, password.length()));
        return password.substring(0, password.offsetByCodePoints(0, length));
    }
}
