package dev.certpath.guide;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The guide in force: what is asked, what each answer counts for, and the exams it leads to.
 *
 * @param edition its number; a change of rules is a new edition
 * @param claimsFrom the first day that it claims anything about
 * @param questions in the order in which they are asked
 * @param tracks in the order in which equal ones are put
 * @param rules in the order in which they are shown
 * @param tieBreak the questions whose points decide between equal tracks, the first to tell them apart first
 * @param closeCall the largest lead, in points, that is a close call
 * @param outweighs by how many points the other track must lead the usual second to take its place
 * @param secondWithinMonths how soon the second certification follows the first
 * @param exams every exam that a track leads to
 * @param companions exams worth knowing beside those
 */
public record Guide(
        int edition,
        LocalDate claimsFrom,
        List<Question> questions,
        List<Track> tracks,
        List<Rule> rules,
        List<Question> tieBreak,
        int closeCall,
        int outweighs,
        int secondWithinMonths,
        List<Exam> exams,
        List<AdditionalExam> companions) {

    /** The question with that name in page addresses, if there is one. */
    public Optional<Question> question(String code) {
        return questions.stream()
                .filter(question -> question.code().equals(code))
                .findFirst();
    }

    /** The track with that public name, if there is one. */
    public Optional<Track> track(String code) {
        return tracks.stream().filter(track -> track.code().equals(code)).findFirst();
    }

    /** The exam of that code, if there is one. */
    public Optional<Exam> exam(String code) {
        return exams.stream().filter(exam -> exam.code().equals(code)).findFirst();
    }

    /** Which exam can be booked when. */
    public ExamCalendar calendar() {
        return new ExamCalendar(this);
    }

    /** The newest day on which facts of an exam were checked. */
    public LocalDate factsChecked() {
        return exams.stream().map(Exam::checked).max(LocalDate::compareTo).orElse(claimsFrom);
    }
}
