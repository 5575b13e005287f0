package dev.certpath.web.questionnaire;

import dev.certpath.cases.SharedRecommendation;
import dev.certpath.guide.AdditionalExam;
import dev.certpath.guide.Guide;
import dev.certpath.guide.Question;
import dev.certpath.recommend.BookableExam;
import dev.certpath.recommend.Plan;
import dev.certpath.recommend.Plan.Step;
import dev.certpath.recommend.Plan.What;
import dev.certpath.recommend.Recommendation.Alongside;
import dev.certpath.recommend.Recommendation.Answered;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The plan of a recommendation as its pages show it, with the other plans that can be chosen. */
public final class PlanView {

    private final SharedRecommendation shown;
    private final Plan plan;
    private final List<Plan> plans;
    private final Guide guide;
    private final String page;

    /**
     * Creates the view.
     *
     * @param shown the recommendation
     * @param plans the plans that can be chosen
     * @param weeks the number of weeks of the chosen plan
     * @param guide the guide in force
     * @param page the path of the page that shows it
     */
    PlanView(SharedRecommendation shown, List<Plan> plans, int weeks, Guide guide, String page) {
        this.shown = shown;
        this.plans = plans;
        this.plan = plans.stream()
                .filter(candidate -> candidate.weeks() == weeks)
                .findFirst()
                .orElseThrow();
        this.guide = guide;
        this.page = page;
    }

    /**
     * A plan that can be chosen.
     *
     * @param weeks the number of weeks until the first exam
     * @param on the day of the first exam
     * @param exam the first exam; empty if it is not known
     * @param url the page with this plan
     * @param current whether it is chosen
     */
    public record Choice(int weeks, LocalDate on, Optional<BookableExam> exam, String url, boolean current) {}

    /** The number of weeks until the first exam. */
    public int weeks() {
        return plan.weeks();
    }

    /** The code of the first track. */
    public String firstTrack() {
        return shown.advisedFirst();
    }

    /** The code of the second track. */
    public String secondTrack() {
        return shown.advisedSecond();
    }

    /** A step that every plan has. */
    public Step step(String what) {
        return findStep(what).orElseThrow();
    }

    /** Finds a step; the one to book is missing if the first exam is not known. */
    public Optional<Step> findStep(String what) {
        return plan.findStep(What.valueOf(what));
    }

    /** The same certification by another exam, see {@link Plan#alternative()}. */
    public Optional<BookableExam> alternative() {
        return plan.alternative();
    }

    /** The plans that can be chosen. */
    public List<Choice> choices() {
        return plans.stream().map(this::choice).toList();
    }

    /** The calendar, to which the number of weeks is added as a parameter. */
    public String calendarUrl() {
        return page + "/plan.ics";
    }

    /** Whether the first exam or its alternative has a day to know. */
    public boolean showsDays() {
        return firstExams().anyMatch(exam -> exam.closes() != null || opensLater(exam.opens()));
    }

    /** Whether the first exam or its alternative can't be taken as often as one likes. */
    public boolean showsAttempts() {
        return firstExams().anyMatch(exam -> exam.attempts() != null);
    }

    /** Whether the first exam, or its alternative, depends on a date that is not confirmed. */
    public boolean dependsOnExpectedDate() {
        return firstExams().anyMatch(exam -> new Step(step("FIRST").on(), What.FIRST, exam).dependsOnExpectedDate());
    }

    /** Why the first exam is booked by its day: {@code opening}, {@code start} or {@code ahead}. */
    public String bookingDay() {
        var book = step("BOOK");
        if (book.on().equals(Objects.requireNonNull(book.exam()).opens())) {
            return "opening";
        }
        return book.on().equals(step("PREPARE").on()) ? "start" : "ahead";
    }

    /** How many weeks before an exam it is booked. */
    public int bookWeeksAhead() {
        return guide.bookWeeksAhead();
    }

    /** What the student said about experience, to be read beside what the exam expects. */
    public List<Answered> background() {
        return shown.recommendation().answered().stream()
                .filter(answer -> guide.findQuestion(answer.code())
                        .filter(question -> question.kind() == Question.Kind.LEVEL)
                        .isPresent())
                .toList();
    }

    /** The exams that prepare for the first one, if the recommendation names any. */
    public List<Alongside> firstSteps() {
        return shown.recommendation().alongside().stream()
                .filter(exam -> guide.additionalExams().stream().anyMatch(known -> isFirstStep(known, exam)))
                .toList();
    }

    /** Whether the days of the plan are past, but for the second exam. */
    public boolean isOver(LocalDate today) {
        return step("FIRST").on().isBefore(today);
    }

    /** Whether the day is past by which the first exam is booked, but not that of the exam. */
    public boolean isBookingDue(LocalDate today) {
        return findStep("BOOK").filter(book -> book.on().isBefore(today)).isPresent() && !isOver(today);
    }

    private boolean isFirstStep(AdditionalExam known, Alongside exam) {
        return known.firstStep()
                && known.track().code().equals(firstTrack())
                && known.exam().code().equals(exam.code());
    }

    private boolean opensLater(@Nullable LocalDate opens) {
        return opens != null && opens.isAfter(step("PREPARE").on());
    }

    private Stream<BookableExam> firstExams() {
        return Stream.concat(plan.findExam(What.FIRST).stream(), alternative().stream());
    }

    private Choice choice(Plan candidate) {
        return new Choice(
                candidate.weeks(),
                candidate.findStep(What.FIRST).orElseThrow().on(),
                candidate.findExam(What.FIRST),
                page + "?weeks=" + candidate.weeks() + "#plan",
                candidate.weeks() == plan.weeks());
    }
}
