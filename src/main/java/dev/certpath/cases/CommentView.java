package dev.certpath.cases;

import java.time.Instant;

/**
 * What an advisor wrote about a case.
 *
 * @param words the words
 * @param who the advisor's username
 * @param at when
 */
public record CommentView(String words, String who, Instant at) {

    /** The longest {@link #words()}, in characters. */
    public static final int LONGEST_WORDS = 2_000;
}
