package dev.certpath.cases;

import java.util.Locale;

/** The form of case references: six digits in Crockford's base 32, stored with a hyphen in the middle, such as {@code
 * 7Q4-KX2}. */
public final class CaseReference {

    /** The number of digits. */
    static final int LENGTH = 6;

    private CaseReference() {}

    /**
     * Converts a reference as people type it to the stored form. Case, hyphens and spaces are ignored; O, I and L are
     * read as the digits that they look like.
     *
     * @param typed any text
     * @return the stored form; any other text if the input is not a reference
     */
    public static String normalize(String typed) {
        String digits = typed.strip()
                .toUpperCase(Locale.ROOT)
                .replace("-", "")
                .replace(" ", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return digits.length() == LENGTH ? format(digits) : digits;
    }

    static String format(String digits) {
        return digits.substring(0, LENGTH / 2) + "-" + digits.substring(LENGTH / 2);
    }
}
