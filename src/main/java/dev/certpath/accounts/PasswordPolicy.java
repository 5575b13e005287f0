package dev.certpath.accounts;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which passwords are good enough: by length, and by how hard they are to guess. Nothing else is asked of them. */
@Component
public class PasswordPolicy {

    static final int SHORTEST = 12;
    static final int LONGEST = 128;

    private static final int HARD_TO_GUESS = 3; // of 4, on the scale of zxcvbn

    /** Its dictionaries take a tenth of a second to read, and never change. */
    private static final Zxcvbn GUESSER = new Zxcvbn();

    /** The code of the message that says what to do about a password; empty for a good one. */
    public Optional<String> problem(String password, String username) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Optional.of("password.short");
        }
        if (length > LONGEST) {
            return Optional.of("password.long");
        }
        return isHardToGuess(password, username) ? Optional.empty() : Optional.of("password.weak");
    }

    private boolean isHardToGuess(String password, String username) {
        return GUESSER.measure(password, List.of(username, "certpath", "certification", "advisor"))
                        .getScore()
                >= HARD_TO_GUESS;
    }
}
