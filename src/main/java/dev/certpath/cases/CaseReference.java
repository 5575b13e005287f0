package dev.certpath.cases;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The form of case references: six digits in Crockford's base 32, stored with a hyphen in the middle, such as {@code
 * 7Q4-KX2}. */
public final class CaseReference {

    /** The number of digits. */
    static final int LENGTH = 6;

    private static final Pattern START = Pattern.compile("[0-9A-HJKMNP-TV-Z]{1," + LENGTH + "}");

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

    /**
     * The first and the last reference, in alphabetical order, of those with the same first digits.
     *
     * @param first the first
     * @param last the last
     */
    public record Range(String first, String last) {}

    /**
     * Finds the references that start as people type them.
     *
     * @param typed any text
     * @return the references; empty if no reference starts like this
     */
    public static Optional<Range> startingWith(String typed) {
        var digits = normalize(typed).replace("-", "");
        return START.matcher(digits).matches()
                ? Optional.of(new Range(fill(digits, "0"), fill(digits, "Z")))
                : Optional.empty();
    }

    private static String fill(String digits, String with) {
        return format(digits + with.repeat(LENGTH - digits.length()));
    }

    static String format(String digits) {
        return digits.substring(0, LENGTH / 2) + "-" + digits.substring(LENGTH / 2);
    }
}
