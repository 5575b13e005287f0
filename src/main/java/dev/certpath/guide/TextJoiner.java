package dev.certpath.guide;

import java.util.List;

/** Joins texts into an enumeration in English. */
public final class TextJoiner {

    private TextJoiner() {}

    /** Joins texts like "A", "A and B" or "A, B and C". */
    public static String joinWithAnd(List<String> items) {
        return join(items, " and ");
    }

    /** Joins texts like "A", "A or B" or "A, B or C". */
    public static String joinWithOr(List<String> items) {
        return join(items, " or ");
    }

    private static String join(List<String> items, String lastSeparator) {
        int last = items.size() - 1;
        return last < 1
                ? String.join("", items)
                : String.join(", ", items.subList(0, last)) + lastSeparator + items.get(last);
    }
}
