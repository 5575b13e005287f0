package dev.certpath.cases;

import java.time.Instant;
import java.util.List;

/**
 * A note for advisors, as it is shown.
 *
 * @param text the text
 * @param author the advisor's username
 * @param at when it was written
 */
public record CaseCommentView(String text, String author, Instant at) {

    /** The maximum length of {@link #text()}, in characters. */
    public static final int MAX_TEXT_LENGTH = 2_000;

    /** Returns whether the latest comment is that text of that advisor. */
    static boolean isLatest(List<CaseCommentView> newestFirst, String author, String text) {
        return newestFirst.stream()
                .limit(1)
                .anyMatch(comment ->
                        comment.author().equals(author) && comment.text().equals(text));
    }
}
