package dev.certpath.cases;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where students came from, such as a fair or a class: the code that the link had by which they came.
 *
 * @param code 1 to 40 lower-case letters, digits and hyphens
 */
public record Cohort(String code) {

    /** The name of the parameter in URLs and of the field in JSON. */
    public static final String PARAMETER = "cohort";

    /** The regular expression of codes. */
    public static final String REGEX = "[a-z0-9-]{1,40}";

    private static final Pattern VALID = Pattern.compile(REGEX);

    /** Checks the code. */
    public Cohort {
        if (!VALID.matcher(code).matches()) {
            throw new IllegalArgumentException("Not the code of a cohort");
        }
    }

    /** Parses a code; empty for any other text, which is dropped so that a mistyped link still works. */
    public static Optional<Cohort> parse(String text) {
        return VALID.matcher(text).matches() ? Optional.of(new Cohort(text)) : Optional.empty();
    }
}
