package dev.certpath.cases;

import dev.certpath.guide.Answers;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What makes two requests the same: a key that the sender chose at random, and what was sent with it.
 *
 * @param key 16 to 64 characters that can be seen
 * @param body what was sent, in one fixed form
 */
public record IdempotencyKey(String key, String body) {

    private static final Pattern FORM = Pattern.compile("[!-~]{16,64}");

    /** Whether a text can be a key. */
    public static boolean isKey(String key) {
        return FORM.matcher(key).matches();
    }

    /**
     * The key of a request to save a recommendation.
     *
     * @param key as the sender chose it
     * @param answers the answers sent
     * @param asOf the day sent, if one was
     */
    public static IdempotencyKey of(String key, Answers answers, Optional<LocalDate> asOf) {
        if (!isKey(key)) {
            throw new IllegalArgumentException("A key has 16 to 64 visible characters");
        }
        return new IdempotencyKey(
                key, answers.codes() + " " + asOf.map(LocalDate::toString).orElse("today"));
    }
}
