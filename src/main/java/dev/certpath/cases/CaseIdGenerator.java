package dev.certpath.cases;

import java.security.SecureRandom;
import java.util.Locale;

/** Generates the ids of cases at random, in Crockford's base 32, which has no letters that look alike. */
final class CaseIdGenerator {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int PUBLIC_ID_LENGTH = 26; // 5 bits each: 130 random bits cannot be guessed
    private static final SecureRandom RANDOM = new SecureRandom();

    private CaseIdGenerator() {}

    /** Returns a new unguessable id. It gives access to its case, or to the read-only part of it. */
    static String newPublicId() {
        return random(PUBLIC_ID_LENGTH).toLowerCase(Locale.ROOT);
    }

    /** Returns a new reference, such as {@code 7Q4-KX2}. */
    static String newReference() {
        return CaseReference.format(random(CaseReference.LENGTH));
    }

    private static String random(int length) {
        var text = new StringBuilder(length);
        RANDOM.ints(length, 0, DIGITS.length()).forEach(digit -> text.append(DIGITS.charAt(digit)));
        return text.toString();
    }
}
