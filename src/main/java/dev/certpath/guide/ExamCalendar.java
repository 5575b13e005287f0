package dev.certpath.guide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which exam can be booked on a day. A track starts at the exam that the guide names and walks along its successors;
 * the first one held on that day is the one, so that the guide's own exam wins for as long as it can be booked.
 */
public final class ExamCalendar {

    private final LocalDate claimsFrom;
    private final Map<Track, List<Exam>> chains = new HashMap<>();

    ExamCalendar(Guide guide) {
        claimsFrom = guide.claimsFrom();
        guide.tracks().forEach(track -> chains.put(track, chain(guide, track)));
    }

    /**
     * The exam of a track that can be booked on a day.
     *
     * @throws IllegalArgumentException for a day of which the guide claims nothing
     */
    public Booking on(Track track, LocalDate day) {
        if (day.isBefore(claimsFrom)) {
            throw new IllegalArgumentException("The guide claims nothing about " + day);
        }
        var chain = chain(track);
        for (int place = 0; place < chain.size(); place++) {
            if (chain.get(place).isHeldOn(day)) {
                var next = place + 1 < chain.size() ? Optional.of(chain.get(place + 1)) : Optional.<Exam>empty();
                return new Booking(chain.get(place), chain.get(0), next);
            }
        }
        throw new IllegalArgumentException("No exam of " + track.code() + " can be booked on " + day);
    }

    /** A track's exams, the one that the guide names first. */
    public List<Exam> chain(Track track) {
        return chains.getOrDefault(track, List.of());
    }

    private static List<Exam> chain(Guide guide, Track track) {
        var chain = new ArrayList<Exam>();
        var exam = guide.exam(track.names());
        while (exam.isPresent()) {
            chain.add(exam.get());
            var successor = exam.get().successor();
            exam = successor == null ? Optional.empty() : guide.exam(successor);
        }
        return List.copyOf(chain);
    }

    /**
     * An exam that can be booked.
     *
     * @param exam the exam
     * @param named the one that the guide names, which may be the same
     * @param next the one that follows it, if any, also when that one is already open
     */
    public record Booking(Exam exam, Exam named, Optional<Exam> next) {

        /** The guide's own exam, where it can't be booked and this one stands in for it. */
        public Optional<Exam> replaced() {
            return exam.equals(named) ? Optional.empty() : Optional.of(named);
        }
    }
}
