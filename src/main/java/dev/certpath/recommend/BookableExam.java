package dev.certpath.recommend;

import dev.certpath.guide.Exam;
import dev.certpath.guide.ExamCalendar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The exam recommended for a track, as part of a {@link Recommendation}. The component names are the names in JSON. A
 * fact that no source states is null or empty.
 *
 * @param code the exam code
 * @param name the official name of the certification
 * @param shortName a short name of the certification for headings
 * @param level the level, such as {@code associate}
 * @param stage {@code standard} or {@code beta}
 * @param priceUsd the price in US dollars
 * @param minutes the duration in minutes
 * @param questions the number of questions as published
 * @param validMonths the validity of the certification in months; null if it does not expire
 * @param expects the experience recommended by the provider
 * @param renewal how the certification is renewed
 * @param languages the languages in which it is offered
 * @param url the URL of the official page
 * @param opens the first day on which it can be taken; null if not known
 * @param closes the last day on which it can be taken; null if no end is announced
 * @param checked the day on which these facts were last checked
 * @param replaces the code of the exam named by the guide, if it is not available; otherwise null
 * @param replaced the name and last day of that exam; otherwise null
 * @param next the exam that follows in the chain; null if there is none
 */
public record BookableExam(
        String code,
        String name,
        String shortName,
        String level,
        String stage,
        int priceUsd,
        @Nullable Integer minutes,
        String questions,
        @Nullable Integer validMonths,
        String expects,
        String renewal,
        String languages,
        String url,
        @Nullable LocalDate opens,
        @Nullable LocalDate closes,
        LocalDate checked,
        @Nullable String replaces,
        @Nullable Replaced replaced,
        @Nullable Next next) {

    /** Creates the representation of an available exam. */
    public static BookableExam of(ExamCalendar.AvailableExam available) {
        Exam exam = available.exam();
        return new BookableExam(
                exam.code(),
                exam.certification().name(),
                exam.certification().shortName(),
                exam.level(),
                exam.stage(),
                exam.priceUsd(),
                exam.minutes(),
                exam.questions(),
                exam.validMonths(),
                exam.recommendedExperience(),
                exam.renewal(),
                exam.languages(),
                exam.certification().url(),
                exam.opens(),
                exam.closes(),
                exam.checked(),
                available.replaced().map(Exam::code).orElse(null),
                available
                        .replaced()
                        .map(named -> new Replaced(named.certification().name(), named.closes()))
                        .orElse(null),
                available
                        .next()
                        .map(next -> new Next(next.code(), next.opens()))
                        .orElse(null));
    }

    /**
     * The exam named by the guide that is not available.
     *
     * @param name the official name of the certification
     * @param closed the last day; null if it has not opened yet
     */
    public record Replaced(String name, @Nullable LocalDate closed) {}

    /**
     * The exam that follows in the chain.
     *
     * @param code the exam code
     * @param opens the first day on which it can be taken, possibly in the past; null if not known
     */
    public record Next(String code, @Nullable LocalDate opens) {}
}
