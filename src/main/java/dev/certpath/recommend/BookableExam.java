package dev.certpath.recommend;

import dev.certpath.guide.Exam;
import dev.certpath.guide.ExamCalendar;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An exam that can be booked on the day it was looked up for, as it is told. Null or empty is what no source gives.
 *
 * @param code its code
 * @param name the certification's official name
 * @param shortName a name of the certification that fits a heading
 * @param level such as {@code associate}
 * @param stage {@code standard} or {@code beta}
 * @param priceUsd its price in US dollars
 * @param minutes its length
 * @param questions how many questions, as published
 * @param validMonths for how long the certification holds; null: it does not run out
 * @param expects what it expects of people
 * @param renewal how the certification is renewed
 * @param languages the languages it is held in
 * @param url its official page
 * @param opens its first day; null: not known
 * @param closes its last day; null: no end announced
 * @param checked the day these facts were last checked
 * @param replaces the code of the exam that the guide names, where that one can't be booked; else null
 * @param replaced that exam's name and last day; else null
 * @param next the exam that follows it, or null
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

    /** The exam that a booking names. */
    public static BookableExam of(ExamCalendar.Booking booking) {
        Exam exam = booking.exam();
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
                exam.expects(),
                exam.renewal(),
                exam.languages(),
                exam.certification().url(),
                exam.opens(),
                exam.closes(),
                exam.checked(),
                booking.replaced().map(Exam::code).orElse(null),
                booking.replaced()
                        .map(named -> new Replaced(named.certification().name(), named.closes()))
                        .orElse(null),
                booking.next().map(next -> new Next(next.code(), next.opens())).orElse(null));
    }

    /**
     * The exam that the guide names and that can't be booked.
     *
     * @param name the certification's official name
     * @param closed its last day; null: it has not opened yet
     */
    public record Replaced(String name, @Nullable LocalDate closed) {}

    /**
     * The exam that follows.
     *
     * @param code its code
     * @param opens its first day, which may have been already; null: not known
     */
    public record Next(String code, @Nullable LocalDate opens) {}
}
