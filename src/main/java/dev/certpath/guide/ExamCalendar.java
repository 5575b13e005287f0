package dev.certpath.guide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds the exam of a track that is available on a day. The chain of a track starts with the exam named by the guide
 * and continues with its successors; the first one available on the day is used. The exam named by the guide therefore
 * takes precedence as long as it is available.
 */
public final class ExamCalendar {

    private final Map<Track, List<Exam>> chains = new HashMap<>();

    ExamCalendar(Guide guide) {
        guide.tracks().forEach(track -> chains.put(track, chain(guide, track)));
    }

    /**
     * Returns the exam of a track that is available on a day. On a day without one, which revisions of the exams can have, it
     * is the one that opens next, or else the last one of the chain. The day may be before {@link Guide#validFrom()}:
     * recommendations of earlier editions are shown as long as they are stored.
     */
    public AvailableExam availableExam(Track track, LocalDate day) {
        return findAvailableExam(track, day).orElseGet(() -> at(chain(track), nextToOpen(chain(track), day)));
    }

    /** Finds the exam of a track that is available on a day; empty if none is. */
    public Optional<AvailableExam> findAvailableExam(Track track, LocalDate day) {
        var chain = chain(track);
        for (int index = 0; index < chain.size(); index++) {
            if (chain.get(index).isAvailableOn(day)) {
                return Optional.of(at(chain, index));
            }
        }
        return Optional.empty();
    }

    /** Finds the last day of a period on which an exam of a track is available; empty if there is no such day. */
    public Optional<LocalDate> findLastAvailableDay(Track track, LocalDate from, LocalDate to) {
        return Stream.concat(
                        Stream.of(to),
                        chain(track).stream()
                                .map(exam -> exam.availability().closes())
                                .filter(Objects::nonNull))
                .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                .filter(day -> findAvailableExam(track, day).isPresent())
                .max(Comparator.naturalOrder());
    }

    /** Finds the first day, from a day on, on which no exam of a track is available; empty if there is no such day. */
    public Optional<LocalDate> findDayWithoutExam(Track track, LocalDate from) {
        return findDayWithoutExam(chain(track), from);
    }

    static Optional<LocalDate> findDayWithoutExam(List<Exam> chain, LocalDate from) {
        var day = from;
        while (true) {
            var candidate = day;
            var available =
                    chain.stream().filter(exam -> exam.isAvailableOn(candidate)).findFirst();
            if (available.isEmpty()) {
                return Optional.of(day);
            }
            var closes = available.get().availability().closes();
            if (closes == null) {
                return Optional.empty();
            }
            day = closes.plusDays(1);
        }
    }

    private static int nextToOpen(List<Exam> chain, LocalDate day) {
        return IntStream.range(0, chain.size())
                .filter(index -> {
                    var opens = chain.get(index).availability().opens();
                    return opens != null && opens.isAfter(day);
                })
                .findFirst()
                .orElse(chain.size() - 1);
    }

    private static AvailableExam at(List<Exam> chain, int index) {
        var next = index + 1 < chain.size() ? Optional.of(chain.get(index + 1)) : Optional.<Exam>empty();
        return new AvailableExam(chain.get(index), chain.get(0), next);
    }

    /** The exams of a track, starting with the one named by the guide. */
    public List<Exam> chain(Track track) {
        return chains.getOrDefault(track, List.of());
    }

    private static List<Exam> chain(Guide guide, Track track) {
        var chain = new ArrayList<Exam>();
        var exam = guide.findExam(track.examCode());
        while (exam.isPresent()) {
            chain.add(exam.get());
            var successor = exam.get().successor();
            exam = successor == null ? Optional.empty() : guide.findExam(successor);
        }
        return List.copyOf(chain);
    }

    /**
     * An exam that is available on a day.
     *
     * @param exam the available exam
     * @param guideExam the exam named by the guide; may be the same
     * @param next the exam that follows in the chain, which may already be open; empty if there is none
     */
    public record AvailableExam(Exam exam, Exam guideExam, Optional<Exam> next) {

        /** The exam named by the guide, if it is not available and this exam replaces it. */
        public Optional<Exam> replaced() {
            return exam.equals(guideExam) ? Optional.empty() : Optional.of(guideExam);
        }
    }
}
