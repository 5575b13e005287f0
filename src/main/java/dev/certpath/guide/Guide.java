package dev.certpath.guide;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An edition of the certification guide: its questions, the rules that score the answers, and the exams of the tracks.
 *
 * @param edition the number of the edition; changed rules are a new edition
 * @param name the name of the published guide inside a sentence; empty if it has none
 * @param shortName a short name of it; empty if it has none
 * @param validFrom the first day for which the guide can be used
 * @param questions the questions, in the order in which they are asked
 * @param tracks the tracks, in the order that applies when nothing else decides between equal tracks
 * @param rules the rules, in the order in which they are shown
 * @param tieBreak the questions in the order in which their points decide between tracks with equal totals
 * @param closeCall the largest lead, in points, that counts as a close call
 * @param overrideLead the lead, in points, at which the other track replaces the usual second
 * @param secondWithinMonths the number of months within which the second certification follows the first
 * @param bookWeeksAhead how many weeks before an exam it is booked, if it can be booked by then
 * @param exams the exams of all tracks
 * @param additionalExams exams shown in addition to those of the tracks
 * @param example the example of the start page; null if there is none
 * @param retiredParameters the parameters of questions that are no longer asked; requests may have them, and they count for
 *     nothing
 */
public record Guide(
        int edition,
        String name,
        String shortName,
        LocalDate validFrom,
        List<Question> questions,
        List<Track> tracks,
        List<Rule> rules,
        List<Question> tieBreak,
        int closeCall,
        int overrideLead,
        int secondWithinMonths,
        int bookWeeksAhead,
        List<Exam> exams,
        List<AdditionalExam> additionalExams,
        @Nullable Example example,
        List<String> retiredParameters) {

    /** Finds a question by its code, which is its name in page URLs. */
    public Optional<Question> findQuestion(String code) {
        return questions.stream()
                .filter(question -> question.code().equals(code))
                .findFirst();
    }

    /** Finds a track by its code. */
    public Optional<Track> findTrack(String code) {
        return tracks.stream().filter(track -> track.code().equals(code)).findFirst();
    }

    /** Finds an exam of a track by its code. */
    public Optional<Exam> findExam(String code) {
        return exams.stream().filter(exam -> exam.code().equals(code)).findFirst();
    }

    /** The same guide without one of its rules. */
    public Guide without(Rule rule) {
        return new Guide(
                edition,
                name,
                shortName,
                validFrom,
                questions,
                tracks,
                rules.stream().filter(other -> !other.equals(rule)).toList(),
                tieBreak,
                closeCall,
                overrideLead,
                secondWithinMonths,
                bookWeeksAhead,
                exams,
                additionalExams,
                example,
                retiredParameters);
    }

    /** Creates the calendar of the exams of this guide. */
    public ExamCalendar calendar() {
        return new ExamCalendar(this);
    }

    /** The latest day on which the facts of an exam were checked. */
    public LocalDate factsCheckedOn() {
        return exams.stream().map(Exam::checked).max(LocalDate::compareTo).orElse(validFrom);
    }
}
