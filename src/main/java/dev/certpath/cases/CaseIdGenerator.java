package dev.certpath.cases;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes the names of cases, in Crockford's base 32: no letter in it is taken for another or for a digit. */
public final class CaseIdGenerator {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int ADDRESS_LENGTH = 26; // 5 bits each: 130 random bits, out of reach of guessing
    private static final Pattern REFERENCE = Pattern.compile("[%1$s]{3}-[%1$s]{3}".formatted(DIGITS));
    private static final SecureRandom RANDOM = new SecureRandom();

    private CaseIdGenerator() {}

    /** A case's only key: whoever has it may see the case. */
    static String newAddress() {
        return random(ADDRESS_LENGTH).toLowerCase(Locale.ROOT);
    }

    /** A short name for people to say; it opens nothing. */
    static String newReference() {
        return random(3) + "-" + random(3);
    }

    /** A reference as people may type it, brought to the form it is kept in. */
    public static String reference(String typed) {
        String digits = typed.strip()
                .toUpperCase(Locale.ROOT)
                .replace("-", "")
                .replace(" ", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return digits.length() == 6 ? digits.substring(0, 3) + "-" + digits.substring(3) : digits;
    }

    /** Whether a text has the form that references are kept in. */
    static boolean isReference(String text) {
        return REFERENCE.matcher(text).matches();
    }

    private static String random(int length) {
        var text = new StringBuilder(length);
        RANDOM.ints(length, 0, DIGITS.length()).forEach(digit -> text.append(DIGITS.charAt(digit)));
        return text.toString();
    }
}
