package dev.certpath.guide;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The exams with a last day that matters to students to whom they were recommended.
 *
 * @param closed the last day of each exam that is no longer available, by exam code
 * @param closing the last day of each exam that closes within {@link #NOTICE_DAYS} days without an available
 *     successor, by exam code
 */
public record ExamClosures(Map<String, LocalDate> closed, Map<String, LocalDate> closing) {

    /** The number of days before the last day of an exam from which its closure is reported. */
    public static final int NOTICE_DAYS = 60;

    /** Copies the maps. */
    public ExamClosures {
        closed = Map.copyOf(closed);
        closing = Map.copyOf(closing);
    }

    /** Determines the closures of the exams of a guide as of a day. */
    public static ExamClosures asOf(LocalDate day, Guide guide) {
        var closed = new HashMap<String, LocalDate>();
        var closing = new HashMap<String, LocalDate>();
        for (Exam exam : guide.exams()) {
            var lastDay = exam.availability().closes();
            if (lastDay == null) {
                continue;
            }
            if (lastDay.isBefore(day)) {
                closed.put(exam.code(), lastDay);
            } else if (!lastDay.isAfter(day.plusDays(NOTICE_DAYS))
                    && !hasAvailableSuccessor(exam, lastDay.plusDays(1), guide)) {
                closing.put(exam.code(), lastDay);
            }
        }
        return new ExamClosures(closed, closing);
    }

    /** The last day of an exam, if it is closed or closing. */
    public Optional<LocalDate> lastDayOf(String exam) {
        return Optional.ofNullable(closed.get(exam)).or(() -> Optional.ofNullable(closing.get(exam)));
    }

    /** Whether one of the successors of an exam is available on a day. */
    private static boolean hasAvailableSuccessor(Exam exam, LocalDate day, Guide guide) {
        var successor = successor(exam, guide);
        while (successor.isPresent()) {
            if (successor.get().isAvailableOn(day)) {
                return true;
            }
            successor = successor(successor.get(), guide);
        }
        return false;
    }

    private static Optional<Exam> successor(Exam exam, Guide guide) {
        return Optional.ofNullable(exam.successor()).flatMap(guide::findExam);
    }
}
