package dev.certpath.guide;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reference implementation of the exam calendar: the exam dates written down independently, one row per period. */
public final class ReferenceExamCalendar {

    private static final Map<String, List<ExpectedExam>> EXAMS = Map.of(
            "aws",
                    List.of(
                            new ExpectedExam("MLS-C01", until("2026-03-31"), null, "MLA-C01", day("2024-10-08")),
                            new ExpectedExam("MLA-C01", until("2026-09-28"), "MLS-C01", "ME1-C02", day("2026-09-29")),
                            new ExpectedExam("ME1-C02", until("2027-01-13"), "MLS-C01", "MLA-C02", day("2027-01-14")),
                            new ExpectedExam("MLA-C02", LocalDate.MAX, "MLS-C01", null, null)),
            "google", List.of(new ExpectedExam("PMLE", LocalDate.MAX, null, null, null)),
            "azure",
                    List.of(
                            new ExpectedExam("AI-102", until("2026-06-30"), null, "AI-103", day("2026-06-19")),
                            new ExpectedExam("AI-103", LocalDate.MAX, "AI-102", null, null)));

    private ReferenceExamCalendar() {}

    /** The exam of a track that is available on a day; from 2026-01-01 on. */
    public static ExpectedExam on(String track, LocalDate day) {
        return EXAMS.get(track).stream()
                .filter(exam -> !day.isAfter(exam.until()))
                .findFirst()
                .orElseThrow();
    }

    private static LocalDate until(String day) {
        return day(day);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    /**
     * The exam expected in a period.
     *
     * @param code the exam code
     * @param until the last day of the period
     * @param replaces the code of the exam named by the guide, if it is a different one
     * @param next the code of the exam that follows in the chain
     * @param nextOpens the first day of that exam
     */
    public record ExpectedExam(
            String code,
            LocalDate until,
            @Nullable String replaces,
            @Nullable String next,
            @Nullable LocalDate nextOpens) {}
}
