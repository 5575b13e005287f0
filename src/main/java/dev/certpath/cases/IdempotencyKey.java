package dev.certpath.cases;

import dev.certpath.guide.Answers;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Identifies a request to save a recommendation: two requests with the same key and body are the same request.
 *
 * @param key 16 to 64 visible ASCII characters, chosen at random by the client
 * @param body the content of the request in a canonical form
 */
public record IdempotencyKey(String key, String body) {

    private static final Pattern VALID_KEY = Pattern.compile("[!-~]{16,64}");

    /** Returns whether a text has the form of a key. */
    public static boolean isValid(String key) {
        return VALID_KEY.matcher(key).matches();
    }

    /**
     * Creates the idempotency key of a request.
     *
     * @param key the key that the client sent
     * @param answers the answers that the client sent
     * @param asOf the day that the client sent, if any
     * @throws IllegalArgumentException if the key is not valid
     */
    public static IdempotencyKey of(String key, Answers answers, Optional<LocalDate> asOf) {
        if (!isValid(key)) {
            throw new IllegalArgumentException("A key must have 16 to 64 visible ASCII characters");
        }
        return new IdempotencyKey(
                key, answers.codes() + " " + asOf.map(LocalDate::toString).orElse("today"));
    }
}
