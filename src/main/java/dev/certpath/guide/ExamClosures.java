package dev.certpath.guide;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which exams have an end that someone who was told of them should know.
 *
 * @param closed the codes of those that can no longer be taken, each with its last day
 * @param closing the codes of those that will soon close with nothing to follow, each with its last day
 */
public record ExamClosures(Map<String, LocalDate> closed, Map<String, LocalDate> closing) {

    /** How many days ahead an end is worth telling. */
    public static final int DAYS_AHEAD = 60;

    /** Copies what it is given. */
    public ExamClosures {
        closed = Map.copyOf(closed);
        closing = Map.copyOf(closing);
    }

    /** As a day sees them, by the guide in force. */
    public static ExamClosures on(LocalDate day, Guide guide) {
        var closed = new HashMap<String, LocalDate>();
        var closing = new HashMap<String, LocalDate>();
        for (Exam exam : guide.exams()) {
            var last = exam.closes();
            if (last == null) {
                continue;
            }
            if (last.isBefore(day)) {
                closed.put(exam.code(), last);
            } else if (!last.isAfter(day.plusDays(DAYS_AHEAD)) && !isFollowed(exam, last.plusDays(1), guide)) {
                closing.put(exam.code(), last);
            }
        }
        return new ExamClosures(closed, closing);
    }

    /** The last day of an exam, if it is among these. */
    public Optional<LocalDate> endOf(String exam) {
        return Optional.ofNullable(closed.get(exam)).or(() -> Optional.ofNullable(closing.get(exam)));
    }

    /** Whether one of its successors can be taken on that day. */
    private static boolean isFollowed(Exam exam, LocalDate day, Guide guide) {
        var next = successor(exam, guide);
        while (next.isPresent()) {
            if (next.get().isHeldOn(day)) {
                return true;
            }
            next = successor(next.get(), guide);
        }
        return false;
    }

    private static Optional<Exam> successor(Exam exam, Guide guide) {
        return Optional.ofNullable(exam.successor()).flatMap(guide::exam);
    }
}
