package dev.certpath.web.api;

import dev.certpath.guide.Certainty;
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

/** The guide as JSON, with codes in place of references and the field names of requests. */
record GuideResponse(
        int edition,
        String name,
        LocalDate claimsFrom,
        List<QuestionResponse> questions,
        List<TrackResponse> tracks,
        List<RuleResponse> rules,
        List<String> tieBreak,
        int closeCall,
        int outweighs,
        int secondWithinMonths,
        List<ExamResponse> exams) {

    /**
     * A question of the guide.
     *
     * @param kind {@code any-of}, {@code one-of} or {@code level}
     * @param required whether a request must have an answer; otherwise a missing one means "I do not know"
     * @param unknown the option "I do not know"; null where it is not allowed, or where the empty list stands for it
     */
    record QuestionResponse(
            String question,
            String page,
            String kind,
            boolean required,
            String title,
            String hint,
            String why,
            List<OptionResponse> options,
            @Nullable OptionResponse unknown) {}

    /**
     * An option of a question.
     *
     * @param retired whether it is accepted but no longer offered; it counts for nothing
     */
    record OptionResponse(String code, String label, String hint, boolean exclusive, boolean retired) {}

    record TrackResponse(
            String track,
            String name,
            String provider,
            String names,
            @Nullable String usuallyNext,
            List<String> exams) {}

    /**
     * A rule of the guide.
     *
     * @param when the options of one question to which it applies; null where it applies to everyone
     */
    record RuleResponse(
            String rule,
            String track,
            int points,
            @Nullable Map<String, List<String>> when,
            String text,
            String basis,
            String note) {}

    record ExamResponse(
            String code,
            String name,
            String level,
            String stage,
            @Nullable LocalDate opens,
            @Nullable Certainty opensCertainty,
            @Nullable LocalDate closes,
            @Nullable Certainty closesCertainty,
            @Nullable String closesLanguage,
            int priceUsd,
            String priceRegion,
            @Nullable Integer renewalPriceUsd,
            @Nullable Integer minutes,
            String questions,
            @Nullable Integer passingScore,
            @Nullable Integer validMonths,
            @Nullable Integer attempts,
            String url,
            LocalDate checked,
            @Nullable String successor,
            List<String> notes,
            List<Exam.Source> sources) {}

    static GuideResponse of(Guide guide) {
        return new GuideResponse(
                guide.edition(),
                guide.name(),
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

    private static QuestionResponse of(Question question) {
        return new QuestionResponse(
                question.parameter(),
                question.code(),
                question.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                question.required(),
                question.texts().title(),
                question.texts().hint(),
                question.texts().why(),
                question.options().stream().map(GuideResponse::of).toList(),
                Optional.ofNullable(question.unknown())
                        .filter(unknown -> !unknown.code().isEmpty())
                        .map(unknown -> new OptionResponse(unknown.code(), unknown.label(), "", true, false))
                        .orElse(null));
    }

    private static OptionResponse of(Option option) {
        return new OptionResponse(option.code(), option.label(), option.hint(), option.exclusive(), option.retired());
    }

    private static TrackResponse of(Track track, Guide guide) {
        return new TrackResponse(
                track.code(),
                track.name(),
                track.provider(),
                track.examCode(),
                track.usuallyNext(),
                guide.calendar().chain(track).stream().map(Exam::code).toList());
    }

    private static RuleResponse of(Rule rule) {
        return new RuleResponse(
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

    private static ExamResponse of(Exam exam) {
        return new ExamResponse(
                exam.code(),
                exam.certification().name(),
                exam.level(),
                exam.stage(),
                exam.availability().opens(),
                exam.availability().opensCertainty(),
                exam.availability().closes(),
                exam.availability().closesCertainty(),
                exam.availability().closesLanguage(),
                exam.price().usd(),
                exam.price().region(),
                exam.price().renewalUsd(),
                exam.minutes(),
                exam.questions(),
                exam.passingScore(),
                exam.validMonths(),
                exam.attempts(),
                exam.certification().url(),
                exam.checked(),
                exam.successor(),
                exam.notes(),
                exam.sources());
    }
}
