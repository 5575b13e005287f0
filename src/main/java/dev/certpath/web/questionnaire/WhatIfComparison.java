package dev.certpath.web.questionnaire;

import dev.certpath.guide.Answer;
import dev.certpath.guide.Answers;
import dev.certpath.guide.InvalidAnswerException;
import dev.certpath.guide.Question;
import dev.certpath.guide.TextJoiner;
import dev.certpath.recommend.BookableExam;
import dev.certpath.recommend.Plan;
import dev.certpath.recommend.Plan.What;
import dev.certpath.recommend.Planner;
import dev.certpath.recommend.Recommendation;
import dev.certpath.recommend.Recommendation.Answered;
import dev.certpath.recommend.Recommendation.TrackName;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A recommendation as it was given beside the one for other answers today.
 *
 * @param yours the recommendation as it was given
 * @param yourExams the exams of its plan
 * @param other the recommendation for the other answers
 * @param otherExams the exams of its plan
 * @param changes how the answers differ, in the order of the questions
 * @param answers the other answers, each with the one that was given
 */
public record WhatIfComparison(
        Recommendation yours,
        PlannedExams yourExams,
        Recommendation other,
        PlannedExams otherExams,
        List<AnswerChange> changes,
        List<ChangedAnswer> answers) {

    /** With more changes than these, a heading that names all of them is too long to read. */
    private static final int MAX_CHANGES_IN_HEADING = 2;

    /**
     * How one answer differs.
     *
     * @param text the change as a text that follows "if"; empty where the answer would not be known
     * @param subject the name of the question inside a sentence
     */
    public record AnswerChange(String text, String subject) {}

    /**
     * An answer and the one that was given.
     *
     * @param question the question
     * @param label the label of the other answer
     * @param given the label of the answer that was given; empty where the question was not asked
     * @param differs whether they differ
     */
    public record ChangedAnswer(Question question, String label, String given, boolean differs) {}

    /**
     * The exams that are taken by the plan for the default number of weeks, as on the page of a recommendation. An exam that
     * the plan does not know is that of the recommendation.
     *
     * @param first the exam that is taken first
     * @param second the exam that is taken second
     */
    public record PlannedExams(BookableExam first, BookableExam second) {

        static PlannedExams of(Recommendation recommendation, Planner planner) {
            var first = recommendation.first();
            var second = recommendation.second();
            var plan = planner.plan(first.track(), second.track(), recommendation.asOf(), Plan.DEFAULT_WEEKS);
            return new PlannedExams(
                    plan.findExam(What.FIRST).orElse(first.exam()),
                    plan.findExam(What.SECOND).orElse(second.exam()));
        }

        /** What both cost together, in US dollars. */
        public int priceUsd() {
            return first.priceUsd() + second.priceUsd();
        }
    }

    static WhatIfComparison of(Recommendation yours, Recommendation other, Answers answers, Planner planner) {
        return new WhatIfComparison(
                yours,
                PlannedExams.of(yours, planner),
                other,
                PlannedExams.of(other, planner),
                answers.all().stream()
                        .flatMap(answer -> change(yours, answer).stream())
                        .toList(),
                answers.all().stream()
                        .map(answer -> changedAnswer(yours, other, answer))
                        .toList());
    }

    /** Whether nothing differs: the answers are the same, and so is everything that they lead to. */
    public boolean isSame() {
        return changes.isEmpty()
                && !firstDiffers()
                && !secondDiffers()
                && !isByAnotherGuide()
                && yours.ranking().equals(other.ranking());
    }

    /** Whether there are so few changes that the heading can name them. */
    public boolean isNamedInHeading() {
        return !changes.isEmpty() && changes.size() <= MAX_CHANGES_IN_HEADING;
    }

    /** Whether the first track or its exam differs. */
    public boolean firstDiffers() {
        return !yours.first().track().equals(other.first().track())
                || !yourExams.first().code().equals(otherExams.first().code());
    }

    /** Whether the second track or its exam differs. */
    public boolean secondDiffers() {
        return !yours.second().track().equals(other.second().track())
                || !yourExams.second().code().equals(otherExams.second().code());
    }

    /** Whether it differs how firm the first is. */
    public boolean firmnessDiffers() {
        return yours.firmness().lead() != other.firmness().lead()
                || yours.firmness().level() != other.firmness().level();
    }

    /** Whether both exams together cost something else. */
    public boolean priceDiffers() {
        return yourExams.priceUsd() != otherExams.priceUsd();
    }

    /** Whether the same track comes first. */
    public boolean keepsFirst() {
        return yours.first().track().equals(other.first().track());
    }

    /** The name of the track that would come first. */
    public String first() {
        return other.track(other.first().track()).name();
    }

    /** The names of the tracks that would tie, joined with "and". */
    public String tied() {
        return TextJoiner.joinWithAnd(
                other.leaders().stream().map(TrackName::name).toList());
    }

    /** The names of the tracks that could still come first, joined with "or"; empty where only one could. */
    public String possibleFirsts() {
        var unknown = other.unknown();
        return unknown == null || unknown.possibleFirsts().size() < 2
                ? ""
                : TextJoiner.joinWithOr(unknown.possibleFirsts().stream()
                        .map(track -> other.track(track).name())
                        .toList());
    }

    /** Whether another edition of the guide, or other exams, may be why the two differ. */
    public boolean isByAnotherGuide() {
        return yours.guideEdition() != other.guideEdition()
                || exams(yours)
                        .anyMatch(exam -> exams(other)
                                .anyMatch(same -> same.track().equals(exam.track())
                                        && !same.code().equals(exam.code())));
    }

    private record TrackExam(String track, String code) {}

    private static Stream<TrackExam> exams(Recommendation recommendation) {
        var first = recommendation.first();
        var second = recommendation.second();
        return Stream.of(
                new TrackExam(first.track(), first.exam().code()),
                new TrackExam(second.track(), second.exam().code()));
    }

    private static Optional<AnswerChange> change(Recommendation yours, Answer after) {
        var question = after.question();
        var before = given(yours, question);
        boolean isSame =
                before.map(answer -> answer.codes().equals(after.codes())).orElse(!after.isKnown());
        if (isSame) {
            return Optional.empty();
        }
        var text = after.isKnown() ? after.describeChangeFrom(parse(question, before)) : "";
        return Optional.of(new AnswerChange(text, question.texts().subject()));
    }

    /** The answer that was given; not known where it was not asked, or is no longer an option. */
    private static Answer parse(Question question, Optional<Answered> given) {
        try {
            return given.isPresent() ? question.parse(given.get().codes()) : new Answer(question, 0);
        } catch (InvalidAnswerException retired) {
            return new Answer(question, 0);
        }
    }

    private static ChangedAnswer changedAnswer(Recommendation yours, Recommendation other, Answer after) {
        var question = after.question();
        var label = String.join(", ", other.answer(question.parameter()).labels());
        var given = given(yours, question).map(answer -> String.join(", ", answer.labels()));
        return new ChangedAnswer(
                question, label, given.orElse(""), change(yours, after).isPresent());
    }

    private static Optional<Answered> given(Recommendation yours, Question question) {
        return yours.answered().stream()
                .filter(answer -> answer.question().equals(question.parameter()))
                .findFirst();
    }
}
