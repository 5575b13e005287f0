package dev.certpath.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/**
 * Text in the form in which it is searched, the same for every database and locale: without accents, in lower case, with
 * plain quotes and hyphens. Databases differ in all of this.
 */
public final class SearchText {

    /** The length of the column; compatibility characters can become several, such as the ligature of a whole phrase. */
    public static final int MAX_LENGTH = 2_000;

    private static final Pattern QUOTE = Pattern.compile("[\\p{Pi}\\p{Pf}\u201A\u201E\u2032\u2033`\"]");
    private static final Pattern DASH = Pattern.compile("[\\p{Pd}\u2212]");
    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    private SearchText() {}

    /** Folds texts that are searched together. A search does not find the end of one with the start of the next. */
    public static String of(String... texts) {
        return of(MAX_LENGTH, texts);
    }

    /**
     * Folds texts that are searched together.
     *
     * @param maxLength where the folded text is cut off
     */
    public static String of(int maxLength, String... texts) {
        var folded = Stream.of(texts).map(SearchText::fold).collect(Collectors.joining("\n"));
        return folded.substring(0, Math.min(maxLength, folded.length()));
    }

    /** Folds a text: what looks alike or differs only in case becomes equal. */
    public static String fold(String text) {
        // Before normalization, which makes a space and an accent of it.
        var withQuotes = text.replace('\u00B4', '\'');
        var plain = StringUtils.stripAccents(Normalizer.normalize(withQuotes, Normalizer.Form.NFKC));
        var quoted = QUOTE.matcher(plain).replaceAll("'");
        var hyphenated = DASH.matcher(quoted).replaceAll("-");
        return SPACE.matcher(hyphenated)
                .replaceAll(" ")
                .codePoints()
                .mapToObj(SearchText::foldCase)
                .collect(Collectors.joining());
    }

    /** Through upper case, which turns the German sharp s into two letters, and both lower-case sigmas into one. */
    private static String foldCase(int character) {
        return Character.toString(Character.toLowerCase(character))
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
