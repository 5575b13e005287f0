package dev.certpath.guide;

import java.util.List;

/** Lists of words as people write them. */
public final class TextJoiner {

    private TextJoiner() {}

    /** "A", "A and B", "A, B and C". */
    public static String and(List<String> words) {
        return joined(words, " and ");
    }

    /** "A", "A or B", "A, B or C". */
    public static String or(List<String> words) {
        return joined(words, " or ");
    }

    private static String joined(List<String> words, String beforeLast) {
        int last = words.size() - 1;
        return last < 1
                ? String.join("", words)
                : String.join(", ", words.subList(0, last)) + beforeLast + words.get(last);
    }
}
