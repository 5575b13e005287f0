package dev.certpath.guide;

import java.time.LocalDate;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An exam. A fact that no source states is null or empty.
 *
 * @param code the exam code
 * @param certification the certification earned by passing it
 * @param level the level, such as {@code associate}
 * @param stage {@code standard} or {@code beta}
 * @param availability the days on which it can be taken
 * @param price the price
 * @param minutes the duration in minutes
 * @param questions the number of questions as published, such as "50 to 60"; may be empty
 * @param passingScore the score needed to pass; null if not published
 * @param validMonths the validity of the certification in months; null if it does not expire or is not known
 * @param attempts how often it can be taken; null if no limit is known
 * @param recommendedExperience the experience recommended by the provider; never a prerequisite, may be empty
 * @param renewal how the certification is renewed; may be empty
 * @param languages the languages in which it is offered; may be empty
 * @param checked the day on which these facts were last checked
 * @param successor the code of the exam that follows it; null if there is none
 * @param notes remarks, for example on sources that disagree
 * @param sources the sources of the facts, official ones first
 */
public record Exam(
        String code,
        Certification certification,
        String level,
        String stage,
        Availability availability,
        Price price,
        @Nullable Integer minutes,
        String questions,
        @Nullable Integer passingScore,
        @Nullable Integer validMonths,
        @Nullable Integer attempts,
        String recommendedExperience,
        String renewal,
        String languages,
        LocalDate checked,
        @Nullable String successor,
        List<String> notes,
        List<Source> sources) {

    /** The stage of an exam that is offered for a limited time before the standard exam. */
    public static final String BETA = "beta";

    /** The number of days after which facts should be checked again. */
    public static final int DAYS_UNTIL_RECHECK = 60;

    /** Whether facts that were checked on a day should be checked again by another one. */
    public static boolean isRecheckDue(LocalDate checked, LocalDate today) {
        return checked.plusDays(DAYS_UNTIL_RECHECK).isBefore(today);
    }

    /** Whether the exam can be taken on this day. */
    public boolean isAvailableOn(LocalDate day) {
        return availability.includes(day);
    }

    /** Whether its stage is {@link #BETA}. */
    public boolean isBeta() {
        return stage.equals(BETA);
    }

    /**
     * The cost in US dollars of holding the certification for a number of months: the exam, and each renewal that falls
     * due before the end; empty if the validity or the price of a renewal is not known.
     */
    public OptionalInt costOver(int months) {
        if (validMonths == null) {
            return OptionalInt.empty();
        }
        int renewals = (months - 1) / validMonths;
        if (renewals == 0) {
            return OptionalInt.of(price.usd());
        }
        var renewal = price.renewalUsd();
        return renewal == null ? OptionalInt.empty() : OptionalInt.of(price.usd() + renewals * renewal);
    }

    /**
     * The source of a fact.
     *
     * @param fact the fact
     * @param where the page or file that states it
     * @param url the URL of that page or file; empty if there is none
     * @param dated the date of the source, as precise as known
     */
    public record Source(String fact, String where, String url, String dated) {}
}
