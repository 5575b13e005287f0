package dev.certpath.web.questionnaire;

import dev.certpath.cases.SharedRecommendation;
import dev.certpath.editions.CurrentGuide;
import dev.certpath.recommend.BookableExam;
import dev.certpath.recommend.Recommendation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds the exams that can be booked on a date, for recommendations that were saved earlier. */
@Component
class CurrentExams {

    private final CurrentGuide currentGuide;

    CurrentExams(CurrentGuide currentGuide) {
        this.currentGuide = currentGuide;
    }

    /**
     * A recommended exam that can no longer be booked.
     *
     * @param code the code of the exam
     * @param lastDay the last day on which it could be taken
     * @param replacement the exam of the same track that can be booked today
     */
    public record ClosedExam(String code, LocalDate lastDay, BookableExam replacement) {}

    /**
     * The decision of an advisor for other certifications than the recommended ones, with the exams that can be booked
     * today.
     *
     * @param first the first exam
     * @param firstTrack the code of its track
     * @param second the second exam
     * @param secondTrack the code of its track
     */
    public record AdvisedExams(BookableExam first, String firstTrack, BookableExam second, String secondTrack) {}

    /** Finds the exam of a track that can be booked on a date; empty where the guide has no such track. */
    Optional<BookableExam> findExam(String track, LocalDate date) {
        var guide = currentGuide.get();
        return guide.guide()
                .findTrack(track)
                .map(known -> BookableExam.of(guide.calendar().availableExam(known, date)));
    }

    /** Finds the recommended exams that can no longer be booked. */
    List<ClosedExam> findClosedExams(Recommendation recommendation, LocalDate today) {
        return Stream.concat(
                        findClosedExam(
                                recommendation.first().track(),
                                recommendation.first().exam(),
                                today)
                                .stream(),
                        findClosedExam(
                                recommendation.second().track(),
                                recommendation.second().exam(),
                                today)
                                .stream())
                .toList();
    }

    /** Finds the exams of an advisor's decision; empty where there is none or it agrees with the recommendation. */
    Optional<AdvisedExams> findAdvisedExams(SharedRecommendation shown, LocalDate today) {
        return shown.decision()
                .filter(review -> shown.isOverruled())
                .flatMap(review -> findExam(review.first(), today)
                        .flatMap(first -> findExam(review.second(), today)
                                .map(second -> new AdvisedExams(first, review.first(), second, review.second()))));
    }

    private Optional<ClosedExam> findClosedExam(String track, BookableExam exam, LocalDate today) {
        return Optional.ofNullable(exam.closes())
                .filter(today::isAfter)
                .flatMap(closes ->
                        findExam(track, today).map(replacement -> new ClosedExam(exam.code(), closes, replacement)));
    }
}
