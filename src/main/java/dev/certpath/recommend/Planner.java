package dev.certpath.recommend;

import dev.certpath.guide.ExamCalendar;
import dev.certpath.guide.ExamCalendar.AvailableExam;
import dev.certpath.guide.Guide;
import dev.certpath.guide.Track;
import dev.certpath.recommend.Plan.Step;
import dev.certpath.recommend.Plan.What;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans when to prepare for the exams of two tracks, to book the first and to take both. */
public final class Planner {

    private final Guide guide;
    private final ExamCalendar calendar;

    /** Plans with the exams of a guide. */
    public Planner(Guide guide) {
        this.guide = guide;
        this.calendar = guide.calendar();
    }

    /**
     * Creates a plan. The first exam is taken after the given number of weeks, or on the last day before on which an exam
     * is available. It is booked some weeks before, as the guide says, but not before its first day. The second exam is
     * taken as many months after the start as the guide says.
     *
     * @param first the code of the first track; if the guide does not have it, its exam is not known
     * @param second the code of the second track; if the guide does not have it, its exam is not known
     * @param start the day on which the preparation starts
     * @param weeks the number of weeks until the first exam
     */
    public Plan plan(String first, String second, LocalDate start, int weeks) {
        var firstExam = examOn(first, start, start.plusWeeks(weeks));
        var steps = new ArrayList<Step>();
        steps.add(new Step(start, What.PREPARE, null));
        if (firstExam.exam() != null) {
            steps.add(new Step(bookingDay(firstExam, start), What.BOOK, firstExam.exam()));
        }
        steps.add(firstExam);
        steps.add(secondStep(second, firstExam, start));
        return new Plan(weeks, List.copyOf(steps), findAlternative(first, start, firstExam));
    }

    /** Creates a plan for each number of weeks that can be chosen. */
    public List<Plan> plans(String first, String second, LocalDate start) {
        return Plan.WEEKS.stream()
                .map(weeks -> plan(first, second, start, weeks))
                .toList();
    }

    private Step examOn(String trackCode, LocalDate start, LocalDate target) {
        return guide.findTrack(trackCode)
                .flatMap(track -> calendar.findLastAvailableDay(track, start, target)
                        .flatMap(day -> calendar.findAvailableExam(track, day)
                                .map(available -> new Step(day, What.FIRST, BookableExam.of(available)))))
                .orElseGet(() -> new Step(target, What.FIRST, null));
    }

    private LocalDate bookingDay(Step first, LocalDate start) {
        var opens = Objects.requireNonNull(first.exam()).opens();
        return Stream.of(first.on().minusWeeks(guide.bookWeeksAhead()), start, opens == null ? start : opens)
                .max(LocalDate::compareTo)
                .orElse(start);
    }

    private Step secondStep(String trackCode, Step first, LocalDate start) {
        var target = start.plusMonths(guide.secondWithinMonths());
        var day = target.isBefore(first.on()) ? first.on() : target;
        var exam = guide.findTrack(trackCode)
                .flatMap(track -> calendar.findAvailableExam(track, day))
                .map(BookableExam::of);
        return new Step(day, What.SECOND, exam.orElse(null));
    }

    private Optional<BookableExam> findAlternative(String trackCode, LocalDate start, Step first) {
        var exam = first.exam();
        return exam == null
                ? Optional.empty()
                : guide.findTrack(trackCode)
                        .flatMap(track ->
                                exam.inBeta() ? findStandardExamAfter(track, exam) : findBetaBefore(track, start, exam))
                        .map(BookableExam::of);
    }

    private Optional<AvailableExam> findStandardExamAfter(Track track, BookableExam beta) {
        return Optional.ofNullable(beta.next())
                .flatMap(next -> Optional.ofNullable(next.opens()))
                .flatMap(opens -> calendar.findAvailableExam(track, opens))
                .filter(available -> !available.exam().isBeta());
    }

    private Optional<AvailableExam> findBetaBefore(Track track, LocalDate start, BookableExam standard) {
        return calendar.findAvailableExam(track, start)
                .filter(available -> available.exam().isBeta()
                        && standard.code().equals(available.exam().successor()));
    }
}
