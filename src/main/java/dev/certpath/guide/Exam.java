package dev.certpath.guide;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exam, as a set of dated facts. What no source gives is null or empty.
 *
 * @param code the provider's code, or the usual short form
 * @param certification what passing it earns
 * @param level such as {@code associate}
 * @param stage {@code standard} or {@code beta}
 * @param opens the first day it can be booked for; null: not known
 * @param closes the last day; null: no end announced
 * @param priceUsd its price in US dollars
 * @param minutes its length; null: not known
 * @param questions how many questions, as published; may be empty
 * @param passingScore the score needed; null: not published
 * @param validMonths for how long the certification holds; null: it does not run out
 * @param expects what it expects of people, which is never a condition; may be empty
 * @param renewal how the certification is renewed; may be empty
 * @param languages the languages it is held in; may be empty
 * @param checked the day these facts were last checked
 * @param successor the code of the exam that follows it, or null
 * @param notes where sources disagree, and what we made of it
 * @param sources where the facts come from
 */
public record Exam(
        String code,
        Certification certification,
        String level,
        String stage,
        @Nullable LocalDate opens,
        @Nullable LocalDate closes,
        int priceUsd,
        @Nullable Integer minutes,
        String questions,
        @Nullable Integer passingScore,
        @Nullable Integer validMonths,
        String expects,
        String renewal,
        String languages,
        LocalDate checked,
        @Nullable String successor,
        List<String> notes,
        List<Source> sources) {

    /** Whether it can be taken on that day. */
    public boolean isHeldOn(LocalDate day) {
        return (opens == null || !day.isBefore(opens)) && (closes == null || !day.isAfter(closes));
    }

    /**
     * Where a fact comes from.
     *
     * @param fact the fact
     * @param where the page or file
     * @param dated its date, as exact as it is known
     */
    public record Source(String fact, String where, String dated) {}
}
