package dev.certpath.guide;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exam with the facts known about it. A fact that no source states is null or empty.
 *
 * @param code the provider's exam code, or the usual abbreviation
 * @param certification the certification earned by passing
 * @param level the level, such as {@code associate}
 * @param stage {@code standard} or {@code beta}
 * @param opens the first day on which it can be taken; null if not known
 * @param closes the last day on which it can be taken; null if no end is announced
 * @param priceUsd the price in US dollars
 * @param minutes the duration in minutes; null if not known
 * @param questions the number of questions as published, such as "50 to 60"; may be empty
 * @param passingScore the score needed to pass; null if not published
 * @param validMonths the validity of the certification in months; null if it does not expire
 * @param recommendedExperience the experience recommended by the provider; never a prerequisite, may be empty
 * @param renewal how the certification is renewed; may be empty
 * @param languages the languages in which it is offered; may be empty
 * @param checked the day on which these facts were last checked
 * @param successor the code of the exam that follows it; null if there is none
 * @param notes remarks, for example on sources that disagree
 * @param sources the sources of the facts
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
        String recommendedExperience,
        String renewal,
        String languages,
        LocalDate checked,
        @Nullable String successor,
        List<String> notes,
        List<Source> sources) {

    /** Whether the exam can be taken on this day. */
    public boolean isAvailableOn(LocalDate day) {
        return (opens == null || !day.isBefore(opens)) && (closes == null || !day.isAfter(closes));
    }

    /**
     * The source of a fact.
     *
     * @param fact the fact
     * @param where the page or file that states it
     * @param dated the date of the source, as precise as known
     */
    public record Source(String fact, String where, String dated) {}
}
