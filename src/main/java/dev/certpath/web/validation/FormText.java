package dev.certpath.web.validation;

import dev.certpath.text.InvisibleCharacters;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text that users enter into forms. */
public final class FormText {

    /**
     * A regular expression for what may be an e-mail address, or is empty: nothing in it is invisible. Used with
     * {@link jakarta.validation.constraints.Email}, which rejects lists, names and comments; whether an address exists is for
     * the mail server to find out.
     */
    public static final String EMAIL_OR_EMPTY = "((?!.*" + InvisibleCharacters.REGEX + ")[^@\\s]+@[^@\\s]+)?";

    /** What ends a line or moves on in it, except control characters that are reported. */
    private static final Pattern LINE_SPACE = Pattern.compile("[\\t\\n\\u2028\\u2029]+");

    /**
     * Characters that embed, override or isolate a direction of writing. No name needs them, in Arabic or Hebrew either:
     * letters have their direction. With them, a name could look like another one.
     */
    private static final Pattern DIRECTION = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private FormText() {}

    /**
     * Strips surrounding whitespace and turns line breaks into line feeds, so that a line break, which browsers submit as
     * two characters, counts as one. Text that looks empty, because it has invisible characters only, becomes empty;
     * control characters stay, so that they are reported.
     *
     * @param submitted the value of a parameter, or null where the form has none
     */
    public static String normalize(@Nullable String submitted) {
        if (submitted == null) {
            return "";
        }
        var text = submitted.replace("\r\n", "\n").replace('\r', '\n').strip();
        return InvisibleCharacters.areAll(text) && !hasControlCharacters(text) ? "" : text;
    }

    /**
     * Normalizes what is one line, such as a name: like {@link #normalize}, with spaces for line breaks and tabs, which
     * browsers don't submit, and without characters that change the direction of what follows.
     *
     * @param submitted the value of a parameter, or null where the form has none
     */
    public static String normalizeLine(@Nullable String submitted) {
        var line = LINE_SPACE.matcher(normalize(submitted)).replaceAll(" ");
        return normalize(DIRECTION.matcher(line).replaceAll(""));
    }

    /** Returns whether a text has control characters except line feeds and tabs. PostgreSQL rejects some of them. */
    public static boolean hasControlCharacters(String text) {
        return text.chars()
                .anyMatch(character -> Character.isISOControl(character) && character != '\n' && character != '\t');
    }
}
