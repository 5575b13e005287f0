package dev.certpath.web.desk.review;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.SavedRecommendation;
import dev.certpath.guide.DecisionReasons;
import dev.certpath.recommend.Recommendation;
import dev.certpath.web.desk.FormViolation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The form for a decision, as typed.
 *
 * @param verdict {@link #AGREE}, {@link #OTHER}, or empty if nothing is selected
 * @param first the code of another first track
 * @param second the code of another second track
 * @param reason the code of the reason for another first or second track
 * @param text the text to the student
 */
public record DecisionForm(String verdict, String first, String second, String reason, String text) {

    static final String AGREE = "agree";
    static final String OTHER = "other";

    private static final DecisionForm EMPTY = new DecisionForm("", "", "", "", "");

    /** Creates the form of a case with the current decision, if there is one. */
    static DecisionForm of(SavedRecommendation saved) {
        if (saved.decision().isEmpty()) {
            return EMPTY;
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

    /** Creates the form from request parameters. */
    static DecisionForm of(Map<String, String> parameters) {
        return new DecisionForm(
                parameters.getOrDefault("verdict", ""),
                parameters.getOrDefault("first", ""),
                parameters.getOrDefault("second", ""),
                parameters.getOrDefault("reason", ""),
                parameters.getOrDefault("words", ""));
    }

    /** Returns whether request parameters include at least one of this form. */
    static boolean isPresentIn(Map<String, String> parameters) {
        return !Collections.disjoint(parameters.keySet(), EMPTY.parameters().keySet());
    }

    /** Returns the input by parameter names. */
    Map<String, String> parameters() {
        return Map.of("verdict", verdict, "first", first, "second", second, "reason", reason, "words", text);
    }

    /** Returns the violations of the form, as a decision on that recommendation. */
    List<FormViolation> validate(Recommendation recommendation, DecisionReasons reasons) {
        var violations = new ArrayList<FormViolation>();
        var freeText = new FreeText(text);
        if (verdict.equals(OTHER)) {
            violations.addAll(validateTracks(recommendation));
            if (reasons.find(reason).isEmpty()) {
                violations.add(new FormViolation("reason", "reason.missing"));
            }
            violations.addAll(freeText.validateRequired("words"));
        } else {
            if (!verdict.equals(AGREE)) {
                violations.add(new FormViolation("verdict", "verdict.missing"));
            }
            violations.addAll(freeText.validateOptional("words"));
        }
        return violations;
    }

    /** Converts the form to the action. The fields for another first and second are ignored if the advisor agrees. */
    CaseAction.Decide toAction(Recommendation recommendation) {
        String normalized = new FreeText(text).normalized();
        return verdict.equals(AGREE)
                ? new CaseAction.Decide(
                        recommendation.first().track(), recommendation.second().track(), "", normalized)
                : new CaseAction.Decide(first, second, reason, normalized);
    }

    private List<FormViolation> validateTracks(Recommendation recommendation) {
        var violations = new ArrayList<FormViolation>();
        if (!isTrack(first, recommendation)) {
            violations.add(new FormViolation("first", "first.missing"));
        }
        if (!isTrack(second, recommendation)) {
            violations.add(new FormViolation("second", "second.missing"));
        } else if (second.equals(first)) {
            violations.add(new FormViolation("second", "second.same"));
        } else if (first.equals(recommendation.first().track())
                && second.equals(recommendation.second().track())) {
            violations.add(new FormViolation("first", "first.recommended"));
        }
        return violations;
    }

    private static boolean isTrack(String code, Recommendation recommendation) {
        return recommendation.tracks().stream().anyMatch(track -> track.code().equals(code));
    }
}
