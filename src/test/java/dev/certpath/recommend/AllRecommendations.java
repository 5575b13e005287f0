package dev.certpath.recommend;

import dev.certpath.guide.Answers;
import dev.certpath.guide.Guide;
import dev.certpath.guide.GuideYaml;
import dev.certpath.recommend.Recommendation.Ranked;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** What everybody is told: every combination of answers to the published guide, recommended for once. */
final class AllRecommendations {

    static final LocalDate DAY = LocalDate.parse("2026-11-23");
    static final Guide GUIDE = GuideYaml.published().read();

    private static final Recommender RECOMMENDER = new Recommender(GUIDE);
    private static final Map<AnswerSet, Recommendation> RECOMMENDATIONS = forEach();

    private AllRecommendations() {}

    /** How many combinations of answers there are. */
    static int combinations() {
        return RECOMMENDATIONS.size();
    }

    /** What a student is told. */
    static Recommendation recommendationFor(AnswerSet student) {
        return RECOMMENDATIONS.get(student);
    }

    /** What a student is told on another day. */
    static Recommendation recommendationFor(AnswerSet student, LocalDate day) {
        return RECOMMENDER.recommend(Answers.parse(GUIDE, student.parameters()), day);
    }

    /** Looks at everybody. */
    static void forEach(BiConsumer<AnswerSet, Recommendation> consumer) {
        RECOMMENDATIONS.forEach(consumer);
    }

    /** The track that a student is told to start with. */
    static String firstTrack(AnswerSet student) {
        return recommendationFor(student).first().track();
    }

    /** The place of a track in what a student is told, from 0. */
    static int rankOf(String track, AnswerSet student) {
        return ranking(recommendationFor(student)).indexOf(track);
    }

    /** The points of a track. */
    static int points(String track, AnswerSet student) {
        return recommendationFor(student).ranked(track).points();
    }

    static List<String> ranking(Recommendation recommendation) {
        return recommendation.ranking().stream().map(Ranked::track).toList();
    }

    private static Map<AnswerSet, Recommendation> forEach() {
        var recommendations = new LinkedHashMap<AnswerSet, Recommendation>();
        AnswerSet.allCombinations().forEach(student -> recommendations.put(student, recommendationFor(student, DAY)));
        return recommendations;
    }
}
