package dev.certpath.web.api;

import dev.certpath.guide.Condition;
import dev.certpath.guide.Exam;
import dev.certpath.guide.Guide;
import dev.certpath.guide.Option;
import dev.certpath.guide.Question;
import dev.certpath.guide.Rule;
import dev.certpath.guide.Track;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The guide as programs see it: codes instead of references, and the names that requests use. */
record GuideResponse(
        int edition,
        LocalDate claimsFrom,
        List<QuestionDocument> questions,
        List<TrackDocument> tracks,
        List<RuleDocument> rules,
        List<String> tieBreak,
        int closeCall,
        int outweighs,
        int secondWithinMonths,
        List<ExamDocument> exams) {

    /**
     * A question.
     *
     * @param kind any-of, one-of or level
     * @param unknown the option that says "I do not know"; null where that is no answer, or is said by the empty list
     */
    record QuestionDocument(
            String question,
            String page,
            String kind,
            String title,
            String hint,
            String why,
            List<OptionDocument> options,
            @Nullable OptionDocument unknown) {}

    record OptionDocument(String code, String label, String hint, boolean exclusive) {}

    record TrackDocument(
            String track,
            String name,
            String provider,
            String names,
            @Nullable String usuallyNext,
            List<String> exams) {}

    /**
     * A rule.
     *
     * @param when the options of one question that make it fire; null when it holds for everyone
     */
    record RuleDocument(
            String rule,
            String track,
            int points,
            @Nullable Map<String, List<String>> when,
            String text,
            String basis,
            String note) {}

    record ExamDocument(
            String code,
            String name,
            String level,
            String stage,
            @Nullable LocalDate opens,
            @Nullable LocalDate closes,
            int priceUsd,
            @Nullable Integer minutes,
            String questions,
            @Nullable Integer passingScore,
            @Nullable Integer validMonths,
            String url,
            LocalDate checked,
            @Nullable String successor,
            List<String> notes,
            List<Exam.Source> sources) {}

    static GuideResponse of(Guide guide) {
        return new GuideResponse(
                guide.edition(),
                guide.validFrom(),
                guide.questions().stream().map(GuideResponse::of).toList(),
                guide.tracks().stream().map(track -> of(track, guide)).toList(),
                guide.rules().stream().map(GuideResponse::of).toList(),
                guide.tieBreak().stream().map(Question::parameter).toList(),
                guide.closeCall(),
                guide.overrideLead(),
                guide.secondWithinMonths(),
                guide.exams().stream().map(GuideResponse::of).toList());
    }

    private static QuestionDocument of(Question question) {
        return new QuestionDocument(
                question.parameter(),
                question.code(),
                question.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                question.texts().title(),
                question.texts().hint(),
                question.texts().why(),
                question.options().stream().map(GuideResponse::of).toList(),
                Optional.ofNullable(question.unknown())
                        .filter(unknown -> !unknown.code().isEmpty())
                        .map(unknown -> new OptionDocument(unknown.code(), unknown.label(), "", true))
                        .orElse(null));
    }

    private static OptionDocument of(Option option) {
        return new OptionDocument(option.code(), option.label(), option.hint(), option.exclusive());
    }

    private static TrackDocument of(Track track, Guide guide) {
        return new TrackDocument(
                track.code(),
                track.name(),
                track.provider(),
                track.examCode(),
                track.usuallyNext(),
                guide.calendar().chain(track).stream().map(Exam::code).toList());
    }

    private static RuleDocument of(Rule rule) {
        return new RuleDocument(
                rule.code(),
                rule.track().code(),
                rule.points(),
                rule.condition() instanceof Condition.AnyOptionChosen chosen
                        ? Map.of(
                                chosen.question().parameter(),
                                chosen.options().stream().map(Option::code).toList())
                        : null,
                rule.text(),
                rule.basis(),
                rule.note());
    }

    private static ExamDocument of(Exam exam) {
        return new ExamDocument(
                exam.code(),
                exam.certification().name(),
                exam.level(),
                exam.stage(),
                exam.opens(),
                exam.closes(),
                exam.priceUsd(),
                exam.minutes(),
                exam.questions(),
                exam.passingScore(),
                exam.validMonths(),
                exam.certification().url(),
                exam.checked(),
                exam.successor(),
                exam.notes(),
                exam.sources());
    }
}
