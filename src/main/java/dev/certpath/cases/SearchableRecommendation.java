package dev.certpath.cases;

import dev.certpath.recommend.Recommendation;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a case by which the desk filters, sorts and counts. They repeat values of the document, are written once,
 * and are read by queries only.
 */
@MappedSuperclass
abstract class SearchableRecommendation {

    @Column(name = "guide_edition")
    private int guideEdition;

    @Column(name = "first_track")
    private String firstTrack;

    @Column(name = "second_track")
    private String secondTrack;

    @Column(name = "firmness")
    private String firmness;

    @Column(name = "lead_points")
    private int leadPoints;

    @Column(name = "possible_firsts")
    private int possibleFirsts;

    @Column(name = "first_exam")
    private String firstExam;

    @Column(name = "second_exam")
    private String secondExam;

    @Column(name = "rules")
    private String rules;

    @Column(name = "employer_cloud")
    private String employerCloud;

    @Column(name = "target_industry")
    private String targetIndustry;

    @Column(name = "role_focus")
    private String roleFocus;

    @Column(name = "ml_background")
    private String mlBackground;

    protected SearchableRecommendation() {}

    SearchableRecommendation(Recommendation recommendation) {
        this.guideEdition = recommendation.guideEdition();
        this.firstTrack = recommendation.first().track();
        this.secondTrack = recommendation.second().track();
        this.firmness = recommendation.firmness().level().toString();
        this.leadPoints = recommendation.firmness().lead();
        this.possibleFirsts = possibleFirsts(recommendation.unknown());
        this.firstExam = recommendation.first().exam().code();
        this.secondExam = recommendation.second().exam().code();
        this.rules = rules(recommendation);
        this.employerCloud = codes(recommendation, "employerCloud");
        this.targetIndustry = codes(recommendation, "targetIndustry");
        this.roleFocus = codes(recommendation, "roleFocus");
        this.mlBackground = codes(recommendation, "mlBackground");
    }

    private static int possibleFirsts(Recommendation.@Nullable Unknown unknown) {
        return unknown == null ? 1 : unknown.possibleFirsts().size();
    }

    private static String rules(Recommendation recommendation) {
        return recommendation.ranking().stream()
                .flatMap(ranked -> ranked.reasons().stream())
                .map(Recommendation.Reason::rule)
                .collect(Collectors.joining(" ", " ", " "));
    }

    private static String codes(Recommendation recommendation, String question) {
        return String.join(" ", recommendation.answer(question).codes());
    }
}
