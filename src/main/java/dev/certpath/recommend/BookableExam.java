package dev.certpath.recommend;

import dev.certpath.guide.Certainty;
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
 * @param priceRegion the only region for which the price holds; empty if it holds everywhere
 * @param minutes the duration in minutes
 * @param questions the number of questions as published
 * @param validMonths the validity of the certification in months; null if it does not expire or is not known
 * @param attempts how often it can be taken; null if no limit is known
 * @param expects the experience recommended by the provider
 * @param renewal how the certification is renewed
 * @param languages the languages in which it is offered
 * @param url the URL of the official page
 * @param opens the first day on which it can be taken; null if not known
 * @param opensCertainty how certain that day is; null if there is none, or if it was not recorded
 * @param closes the last day on which it can be taken; null if no end is announced
 * @param closesCertainty how certain that day is; null if there is none, or if it was not recorded
 * @param closesLanguage the only language for which the last day holds; null if it holds for all
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
        String priceRegion,
        @Nullable Integer minutes,
        String questions,
        @Nullable Integer validMonths,
        @Nullable Integer attempts,
        String expects,
        String renewal,
        String languages,
        String url,
        @Nullable LocalDate opens,
        @Nullable Certainty opensCertainty,
        @Nullable LocalDate closes,
        @Nullable Certainty closesCertainty,
        @Nullable String closesLanguage,
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
                exam.price().usd(),
                exam.price().region(),
                exam.minutes(),
                exam.questions(),
                exam.validMonths(),
                exam.attempts(),
                exam.recommendedExperience(),
                exam.renewal(),
                exam.languages(),
                exam.certification().url(),
                exam.availability().opens(),
                exam.availability().opensCertainty(),
                exam.availability().closes(),
                exam.availability().closesCertainty(),
                exam.availability().closesLanguage(),
                exam.checked(),
                available.replaced().map(Exam::code).orElse(null),
                available
                        .replaced()
                        .map(named -> new Replaced(
                                named.certification().name(),
                                named.availability().closes()))
                        .orElse(null),
                available.next().map(Next::of).orElse(null));
    }

    /** Whether it is offered for a limited time before the standard exam. */
    public boolean inBeta() {
        return stage.equals(Exam.BETA);
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
     * @param stage {@code standard} or {@code beta}; null if it was not recorded
     * @param priceUsd the price in US dollars; null if it was not recorded
     * @param opens the first day on which it can be taken, possibly in the past; null if not known
     * @param opensCertainty how certain that day is; null if there is none, or if it was not recorded
     */
    public record Next(
            String code,
            @Nullable String stage,
            @Nullable Integer priceUsd,
            @Nullable LocalDate opens,
            @Nullable Certainty opensCertainty) {

        static Next of(Exam exam) {
            return new Next(
                    exam.code(),
                    exam.stage(),
                    exam.price().usd(),
                    exam.availability().opens(),
                    exam.availability().opensCertainty());
        }
    }
}
