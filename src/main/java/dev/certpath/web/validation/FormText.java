package dev.certpath.web.validation;

import org.jspecify.annotations.Nullable;

/** Text that users enter into forms. */
public final class FormText {

    private FormText() {}

    /**
     * Strips surrounding whitespace and turns line breaks into line feeds, so that a line break, which browsers submit as
     * two characters, counts as one.
     *
     * @param submitted the value of a parameter, or null where the form has none
     */
    public static String normalize(@Nullable String submitted) {
        return submitted == null
                ? ""
                : submitted.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** Returns whether a text has control characters except line feeds and tabs. PostgreSQL rejects some of them. */
    public static boolean hasControlCharacters(String text) {
        return text.chars()
                .anyMatch(character -> Character.isISOControl(character) && character != '\n' && character != '\t');
    }
}
