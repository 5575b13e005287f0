package dev.certpath.guide;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which an exam can be taken.
 *
 * @param opens the first day; null if not known
 * @param opensCertainty how certain the first day is; null if there is none
 * @param closes the last day; null if no end is announced
 * @param closesCertainty how certain the last day is; null if there is none
 * @param closesLanguage the only language for which the last day holds; null if it holds for all
 */
public record Availability(
        @Nullable LocalDate opens,
        @Nullable Certainty opensCertainty,
        @Nullable LocalDate closes,
        @Nullable Certainty closesCertainty,
        @Nullable String closesLanguage) {

    /** Whether the exam can be taken on this day. */
    public boolean includes(LocalDate day) {
        return (opens == null || !day.isBefore(opens)) && (closes == null || !day.isAfter(closes));
    }
}
