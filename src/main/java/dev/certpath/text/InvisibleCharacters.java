package dev.certpath.text;

import java.util.regex.Pattern;

/**
 * Characters that a reader does not see: control and format characters, separators other than a space, code points
 * without a character, and characters that fonts draw as nothing although Unicode calls them letters, symbols or marks.
 * Two texts that differ only in such characters look the same, and a text of nothing else looks empty.
 *
 * <p>Java has no predicate for Unicode's property {@code Default_Ignorable_Code_Point}, which most of the latter have.
 */
public final class InvisibleCharacters {

    private static final String WITHOUT_GLYPH = "\\p{C}\\p{Zl}\\p{Zp}";

    /** The combining grapheme joiner, the blank Braille pattern, and fillers and vowels of Hangul and Khmer. */
    private static final String FILLERS = "\\u034F\\u2800\\u115F\\u1160\\u3164\\uFFA0\\u17B4\\u17B5";

    private static final String VARIATION_SELECTORS = "\\u180B-\\u180F\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}";

    /** A regular expression for one invisible character: a character class, which another class may contain. */
    public static final String REGEX = "[" + WITHOUT_GLYPH + FILLERS + VARIATION_SELECTORS + "]";

    private static final Pattern INVISIBLE = Pattern.compile(REGEX);

    private InvisibleCharacters() {}

    /** Whether a text has at least one invisible character. Spaces are not among them. */
    public static boolean areIn(String text) {
        return INVISIBLE.matcher(text).find();
    }

    /** Removes the invisible characters from a text. */
    public static String removeFrom(String text) {
        return INVISIBLE.matcher(text).replaceAll("");
    }

    /** Whether a text looks empty, because it has no characters other than invisible ones and spaces. */
    public static boolean areAll(String text) {
        return removeFrom(text).codePoints().allMatch(Character::isSpaceChar);
    }
}
