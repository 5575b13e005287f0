package dev.certpath.text;

import java.util.stream.IntStream;

/**
 * Characters that a reader does not see: control and format characters, separators other than a space, code points
 * without a character, and characters that fonts draw as nothing although Unicode calls them letters, symbols or marks.
 * Two texts that differ only in such characters look the same, and a text of nothing else looks empty.
 *
 * <p>Java has no predicate for Unicode's property {@code Default_Ignorable_Code_Point}, which most of the latter have.
 */
public final class InvisibleCharacters {

    private static final int COMBINING_GRAPHEME_JOINER = 0x034F;
    private static final int BRAILLE_BLANK = 0x2800;

    private InvisibleCharacters() {}

    /** Whether a text has at least one invisible character. Spaces are not among them. */
    public static boolean areIn(String text) {
        return text.codePoints().anyMatch(InvisibleCharacters::isInvisible);
    }

    /** Removes the invisible characters from a text. */
    public static String removeFrom(String text) {
        return text.codePoints()
                .filter(character -> !isInvisible(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Whether a text looks empty, because it has no characters other than invisible ones and spaces. */
    public static boolean areAll(String text) {
        return text.codePoints().allMatch(character -> isInvisible(character) || Character.isSpaceChar(character));
    }

    private static boolean isInvisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE,
                    Character.SURROGATE -> true;
            default -> isFiller(character) || isVariationSelector(character);
        };
    }

    private static boolean isFiller(int character) {
        return IntStream.of(
                        COMBINING_GRAPHEME_JOINER,
                        BRAILLE_BLANK,
                        0x115F, // Hangul choseong filler
                        0x1160, // Hangul jungseong filler
                        0x17B4, // Khmer inherent vowel aq
                        0x17B5, // Khmer inherent vowel aa
                        0x3164, // Hangul filler
                        0xFFA0) // halfwidth Hangul filler
                .anyMatch(filler -> filler == character);
    }

    private static boolean isVariationSelector(int character) {
        return isBetween(character, 0x180B, 0x180F)
                || isBetween(character, 0xFE00, 0xFE0F)
                || isBetween(character, 0xE0100, 0xE01EF);
    }

    private static boolean isBetween(int character, int first, int last) {
        return character >= first && character <= last;
    }
}
