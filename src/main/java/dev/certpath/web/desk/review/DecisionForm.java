package dev.certpath.web.desk.review;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseDetails;
import dev.certpath.cases.SavedRecommendation;
import dev.certpath.recommend.Recommendation;
import dev.certpath.web.validation.FormText;
import java.util.Map;
import java.util.Objects;
import org.springframework.validation.Errors;

/**
 * The form for a decision, or for a message without decision.
 *
 * @param verdict {@link #AGREE}, {@link #OTHER}, {@link #LATER}, or empty if nothing is selected
 * @param first the code of another first track
 * @param second the code of another second track
 * @param reason the code of the reason for another first or second track
 * @param words the normalized text to the student
 */
public record DecisionForm(String verdict, String first, String second, String reason, String words)
        implements CaseActionForm {

    static final String AGREE = "agree";
    static final String OTHER = "other";

    /** The advisor only writes to the student. */
    static final String LATER = "later";

    static DecisionForm of(Map<String, String> parameters) {
        return new DecisionForm(
                parameters.getOrDefault("verdict", ""),
                parameters.getOrDefault("first", ""),
                parameters.getOrDefault("second", ""),
                parameters.getOrDefault("reason", ""),
                FormText.normalize(parameters.get("words")));
    }

    private static DecisionForm of(SavedRecommendation saved) {
        if (saved.decision().isEmpty()) {
            return new DecisionForm(AGREE, "", "", "", "");
        }
        var decision = saved.decision().get();
        return saved.isOverruled()
                ? new DecisionForm(
                        OTHER,
                        decision.first(),
                        decision.second(),
                        Objects.requireNonNullElse(decision.reason(), ""),
                        decision.text())
                : new DecisionForm(AGREE, "", "", "", decision.text());
    }

    @Override
    public CaseAction.Type type() {
        return CaseAction.Type.DECIDE;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("verdict", verdict, "first", first, "second", second, "reason", reason, "words", words);
    }

    /** Returns the form with the current decision of the case, or with agreement if there is none. */
    @Override
    public CaseActionForm initial(CaseDetails details) {
        return of(details.saved());
    }

    @Override
    public void validate(CaseFormContext context, Errors errors) {
        switch (verdict) {
            case AGREE -> {
                if (context.isStudentWaiting() && words.isEmpty()) {
                    errors.rejectValue("words", "asked");
                }
                CaseActionForm.validateText("words", words, errors);
            }
            case LATER -> {
                if (words.isEmpty()) {
                    errors.rejectValue("words", "later");
                }
                CaseActionForm.validateText("words", words, errors);
            }
            case OTHER -> {
                validateTracks(context.recommendation(), errors);
                if (context.reasons().find(reason).isEmpty()) {
                    errors.rejectValue("reason", "NotBlank");
                }
                CaseActionForm.validateRequiredText("words", words, errors);
            }
            default -> {
                errors.rejectValue("verdict", "NotBlank");
                CaseActionForm.validateText("words", words, errors);
            }
        }
    }

    private void validateTracks(Recommendation recommendation, Errors errors) {
        if (!isTrack(first, recommendation)) {
            errors.rejectValue("first", "NotBlank");
        }
        if (!isTrack(second, recommendation)) {
            errors.rejectValue("second", "NotBlank");
        } else if (second.equals(first)) {
            errors.rejectValue("second", "same");
        } else if (first.equals(recommendation.first().track())
                && second.equals(recommendation.second().track())) {
            errors.rejectValue("first", "recommended");
        }
    }

    private static boolean isTrack(String code, Recommendation recommendation) {
        return recommendation.tracks().stream().anyMatch(track -> track.code().equals(code));
    }

    /** Returns the decision or the message. The fields for another first and second are ignored if there is no other. */
    @Override
    public CaseAction toAction(Recommendation recommendation) {
        return switch (verdict) {
            case LATER -> new CaseAction.Message(words);
            case OTHER -> new CaseAction.Decide(first, second, reason, words);
            default ->
                new CaseAction.Decide(
                        recommendation.first().track(), recommendation.second().track(), "", words);
        };
    }

    @Override
    public String text() {
        return words;
    }
}
