package dev.certpath.recommend;

import dev.certpath.guide.Certainty;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A plan for the two certifications of a recommendation. It depends on the exams that are known today, and is never
 * stored.
 *
 * @param weeks the number of weeks until the first exam
 * @param steps the steps, in the order of their days
 * @param alternative an exam for the same first certification that can be taken at another time: the beta before the
 *     standard exam, or the standard exam after the beta; empty if there is none
 */
public record Plan(int weeks, List<Step> steps, Optional<BookableExam> alternative) {

    /** The numbers of weeks that can be chosen. */
    public static final List<Integer> WEEKS = List.of(4, 8, 12, 26);

    /** The number of weeks if none is chosen. */
    public static final int DEFAULT_WEEKS = 12;

    /** Returns the number of weeks for its text, or the default if there is no text; empty if it can't be chosen. */
    public static Optional<Integer> parseWeeks(@Nullable String text) {
        return text == null
                ? Optional.of(DEFAULT_WEEKS)
                : WEEKS.stream().filter(weeks -> weeks.toString().equals(text)).findFirst();
    }

    /** Finds a step. The step to book is missing if the first exam is not known. */
    public Optional<Step> findStep(What what) {
        return steps.stream().filter(step -> step.what() == what).findFirst();
    }

    /** Finds the exam of a step; empty if it is not known. */
    public Optional<BookableExam> findExam(What what) {
        return findStep(what).flatMap(step -> Optional.ofNullable(step.exam()));
    }

    /**
     * A step of the plan. The component names are the names in JSON.
     *
     * @param on the day
     * @param what what to do on that day
     * @param exam the exam to book or to take, which is available on that day; null for the preparation, and if the exam
     *     that is available on that day is not known
     */
    public record Step(LocalDate on, What what, @Nullable BookableExam exam) {

        /** Whether the exam is available on that day only if an expected date turns out to be right. */
        public boolean dependsOnExpectedDate() {
            return exam != null && (isExpected(exam.opensCertainty()) || isExpected(exam.closesCertainty()));
        }

        private static boolean isExpected(@Nullable Certainty certainty) {
            return certainty != null && certainty.isExpected();
        }
    }

    /** What a step is about. */
    public enum What {
        /** Start to prepare for the first exam. */
        PREPARE,
        /** Book the first exam by this day. */
        BOOK,
        /** Take the first exam. */
        FIRST,
        /** Take the second exam by this day. */
        SECOND;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
