package dev.certpath.recommend;

import dev.certpath.guide.AdditionalExam;
import dev.certpath.guide.Guide;
import dev.certpath.guide.Track;
import dev.certpath.recommend.Recommendation.Alongside;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * The exams that are available on a day.
 *
 * @param day the day
 * @param byTrack the exam of each track, by position
 */
record ExamsOfDay(LocalDate day, List<BookableExam> byTrack) {

    static ExamsOfDay of(Guide guide, LocalDate day) {
        var calendar = guide.calendar();
        return new ExamsOfDay(
                day,
                guide.tracks().stream()
                        .map(track -> BookableExam.of(calendar.availableExam(track, day)))
                        .toList());
    }

    /** The exam of a track. */
    BookableExam exam(Track track) {
        return byTrack.get(track.position());
    }

    /** The additional exams among these that are available. */
    List<Alongside> available(List<AdditionalExam> additionalExams) {
        if (additionalExams.isEmpty()) {
            return List.of();
        }
        var available = new ArrayList<Alongside>();
        for (AdditionalExam additionalExam : additionalExams) {
            if (additionalExam.exam().isAvailableOn(day)) {
                available.add(alongside(additionalExam));
            }
        }
        return List.copyOf(available);
    }

    private static Alongside alongside(AdditionalExam additionalExam) {
        var exam = additionalExam.exam();
        return new Alongside(
                exam.code(),
                exam.certification().name(),
                exam.price().usd(),
                exam.price().region(),
                exam.minutes(),
                exam.validMonths(),
                exam.certification().url(),
                exam.checked(),
                additionalExam.text());
    }
}
