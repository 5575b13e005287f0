package dev.certpath.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case in a list.
 *
 * @param number its place in the order of opening; the key that pages of a list continue from
 * @param id its unguessable name
 * @param reference its short name
 * @param openedAt when it was opened
 * @param firstTrack the code of the recommended first
 * @param secondTrack the code of the recommended second
 * @param firmness tie, close or clear
 * @param lead how many points the first is ahead
 * @param reviewedBy the advisor who wrote a review, or null
 */
public record CaseRow(
        long number,
        String id,
        String reference,
        Instant openedAt,
        String firstTrack,
        String secondTrack,
        String firmness,
        int lead,
        @Nullable String reviewedBy) {}
