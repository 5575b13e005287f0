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

/** The recommendations of the published guide for all combinations of answers. */
final class AllRecommendations {

    static final LocalDate DAY = LocalDate.parse("2026-11-23");
    static final Guide GUIDE = GuideYaml.published().read();

    private static final Recommender RECOMMENDER = new Recommender(GUIDE);
    private static final Map<AnswerSet, Recommendation> RECOMMENDATIONS = forEach();

    private AllRecommendations() {}

    /** The number of combinations of answers. */
    static int combinations() {
        return RECOMMENDATIONS.size();
    }

    /** The recommendation for these answers. */
    static Recommendation recommendationFor(AnswerSet student) {
        return RECOMMENDATIONS.get(student);
    }

    /** The recommendation for these answers on another day. */
    static Recommendation recommendationFor(AnswerSet student, LocalDate day) {
        return RECOMMENDER.recommend(Answers.parse(GUIDE, student.parameters()), day);
    }

    /** Passes all answers with their recommendation to a consumer. */
    static void forEach(BiConsumer<AnswerSet, Recommendation> consumer) {
        RECOMMENDATIONS.forEach(consumer);
    }

    /** The code of the first track for these answers. */
    static String firstTrack(AnswerSet student) {
        return recommendationFor(student).first().track();
    }

    /** The position of a track in the ranking for these answers, starting at 0. */
    static int rankOf(String track, AnswerSet student) {
        return ranking(recommendationFor(student)).indexOf(track);
    }

    /** The points of a track for these answers. */
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
