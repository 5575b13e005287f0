package dev.certpath.web.desk.review;

import dev.certpath.cases.AdvisorDecision;
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
 * @param verdict {@link #AGREE}, {@link #OTHER}, or empty where nothing is chosen
 * @param first the code of another first
 * @param second the code of another second
 * @param reason the code of the reason for another first and second
 * @param words the advisor's words
 */
public record DecisionForm(String verdict, String first, String second, String reason, String words) {

    static final String AGREE = "agree";
    static final String OTHER = "other";

    private static final DecisionForm NOTHING_TYPED = new DecisionForm("", "", "", "", "");

    /** The form of a case, filled in with the decision that there may be. */
    static DecisionForm of(SavedRecommendation saved) {
        if (saved.decision().isEmpty()) {
            return NOTHING_TYPED;
        }
        var review = saved.decision().get();
        return saved.isOverruled()
                ? new DecisionForm(
                        OTHER,
                        review.first(),
                        review.second(),
                        Objects.requireNonNullElse(review.reason(), ""),
                        review.text())
                : new DecisionForm(AGREE, "", "", "", review.text());
    }

    /** The form as it was sent, under the names of its controls. */
    static DecisionForm of(Map<String, String> sent) {
        return new DecisionForm(
                sent.getOrDefault("verdict", ""),
                sent.getOrDefault("first", ""),
                sent.getOrDefault("second", ""),
                sent.getOrDefault("reason", ""),
                sent.getOrDefault("words", ""));
    }

    /** Whether anything was sent under the names of its controls. */
    static boolean isIn(Map<String, String> sent) {
        return !Collections.disjoint(sent.keySet(), NOTHING_TYPED.controls().keySet());
    }

    /** What was typed, under the names of its controls. */
    Map<String, String> controls() {
        return Map.of("verdict", verdict, "first", first, "second", second, "reason", reason, "words", words);
    }

    /** What is wrong with it, as a decision on that recommendation. */
    List<FormViolation> problems(Recommendation recommendation, DecisionReasons reasons) {
        var problems = new ArrayList<FormViolation>();
        var typed = new FreeText(words);
        if (verdict.equals(OTHER)) {
            problems.addAll(problemsOfTracks(recommendation));
            if (reasons.find(reason).isEmpty()) {
                problems.add(new FormViolation("reason", "reason.missing"));
            }
            problems.addAll(typed.problemsWhereNeeded("words"));
        } else {
            if (!verdict.equals(AGREE)) {
                problems.add(new FormViolation("verdict", "verdict.missing"));
            }
            problems.addAll(typed.problems("words"));
        }
        return problems;
    }

    /** The decision, on that recommendation. Whoever agrees needs no reason, whatever was chosen before. */
    CaseAction.Decide decision(Recommendation recommendation) {
        String plain = new FreeText(words).plain();
        return verdict.equals(AGREE)
                ? new CaseAction.Decide(
                        recommendation.first().track(), recommendation.second().track(), "", plain)
                : new CaseAction.Decide(first, second, reason, plain);
    }

    /** Whether that is what was decided. */
    static boolean says(AdvisorDecision review, CaseAction.Decide decision) {
        return review.first().equals(decision.first())
                && review.second().equals(decision.second())
                && Objects.requireNonNullElse(review.reason(), "").equals(decision.reason())
                && review.text().equals(decision.text());
    }

    private List<FormViolation> problemsOfTracks(Recommendation recommendation) {
        var problems = new ArrayList<FormViolation>();
        if (!isTrack(first, recommendation)) {
            problems.add(new FormViolation("first", "first.missing"));
        }
        if (!isTrack(second, recommendation)) {
            problems.add(new FormViolation("second", "second.missing"));
        } else if (second.equals(first)) {
            problems.add(new FormViolation("second", "second.same"));
        } else if (first.equals(recommendation.first().track())
                && second.equals(recommendation.second().track())) {
            problems.add(new FormViolation("first", "first.recommended"));
        }
        return problems;
    }

    private static boolean isTrack(String code, Recommendation recommendation) {
        return recommendation.tracks().stream().anyMatch(track -> track.code().equals(code));
    }
}
