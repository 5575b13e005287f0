package dev.certpath.web.questionnaire;

import dev.certpath.cases.SavedRecommendation;
import dev.certpath.guide.ExamCalendar;
import dev.certpath.guide.Guide;
import dev.certpath.recommend.BookableExam;
import dev.certpath.recommend.Recommendation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Looks up, for recommendations made some time ago, what can be booked on another day. */
@Component
class CurrentExams {

    private final Guide guide;
    private final ExamCalendar calendar;

    CurrentExams(Guide guide) {
        this.guide = guide;
        this.calendar = guide.calendar();
    }

    /**
     * An exam that a recommendation names and that has closed since.
     *
     * @param code the exam named
     * @param closed its last day
     * @param now the exam that can be booked today
     */
    public record Closed(String code, LocalDate closed, BookableExam now) {}

    /**
     * What an advisor decided instead, with the exams that can be booked today.
     *
     * @param first where to start
     * @param firstTrack its track
     * @param second where to go on
     * @param secondTrack its track
     */
    public record Advised(BookableExam first, String firstTrack, BookableExam second, String secondTrack) {}

    /** The exam of a track that can be booked on a day; empty where today's guide has no such track. */
    Optional<BookableExam> on(String track, LocalDate day) {
        return guide.findTrack(track).map(found -> BookableExam.of(calendar.availableExam(found, day)));
    }

    /** The exams named that can't be booked any more. */
    List<Closed> closedSince(Recommendation recommendation, LocalDate today) {
        return Stream.concat(
                        closed(
                                recommendation.first().track(),
                                recommendation.first().exam(),
                                today)
                                .stream(),
                        closed(
                                recommendation.second().track(),
                                recommendation.second().exam(),
                                today)
                                .stream())
                .toList();
    }

    /** What an advisor decided, where that is not what was recommended. */
    Optional<Advised> advised(SavedRecommendation saved, LocalDate today) {
        return saved.decision()
                .filter(review -> saved.isOverruled())
                .flatMap(review -> on(review.first(), today)
                        .flatMap(first -> on(review.second(), today)
                                .map(second -> new Advised(first, review.first(), second, review.second()))));
    }

    private Optional<Closed> closed(String track, BookableExam named, LocalDate today) {
        return Optional.ofNullable(named.closes())
                .filter(today::isAfter)
                .flatMap(closes -> on(track, today).map(now -> new Closed(named.code(), closes, now)));
    }
}
