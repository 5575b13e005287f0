package dev.certpath.cases;

import dev.certpath.recommend.Recommendation;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import org.jspecify.annotations.Nullable;

/**
 * The columns by which the desk filters, sorts and counts recommendations. They repeat values of the JSON, are written
 * once, and are read by queries only. Documents and cases both have them, so that the same predicates apply to both:
 * queries that look for documents, and queries that walk along the cases in their order.
 */
@MappedSuperclass
public abstract class SearchableRecommendation {

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

    @Column(name = "answers")
    private String answers;

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
        this.answers = answers(recommendation);
    }

    String firstTrack() {
        return firstTrack;
    }

    String secondTrack() {
        return secondTrack;
    }

    private static int possibleFirsts(Recommendation.@Nullable Unknown unknown) {
        return unknown == null ? 1 : unknown.possibleFirsts().size();
    }

    private static String rules(Recommendation recommendation) {
        return CodeColumn.join(recommendation.ranking().stream()
                .flatMap(ranked -> ranked.reasons().stream())
                .map(Recommendation.Reason::rule));
    }

    private static String answers(Recommendation recommendation) {
        return CodeColumn.join(recommendation.answered().stream()
                .flatMap(answer -> CodeColumn.answer(answer.question(), answer.codes())));
    }
}
