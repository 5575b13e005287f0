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
    private static final Map<AnswerSet, Recommendation> EVERYBODY = everybody();

    private AllRecommendations() {}

    /** How many combinations of answers there are. */
    static int combinations() {
        return EVERYBODY.size();
    }

    /** What a student is told. */
    static Recommendation to(AnswerSet student) {
        return EVERYBODY.get(student);
    }

    /** What a student is told on another day. */
    static Recommendation to(AnswerSet student, LocalDate day) {
        return RECOMMENDER.recommend(Answers.read(GUIDE, student.parameters()), day);
    }

    /** Looks at everybody. */
    static void everybody(BiConsumer<AnswerSet, Recommendation> look) {
        EVERYBODY.forEach(look);
    }

    /** The track that a student is told to start with. */
    static String first(AnswerSet student) {
        return to(student).first().track();
    }

    /** The place of a track in what a student is told, from 0. */
    static int placeOf(String track, AnswerSet student) {
        return ranking(to(student)).indexOf(track);
    }

    /** The points of a track. */
    static int points(String track, AnswerSet student) {
        return to(student).ranked(track).points();
    }

    static List<String> ranking(Recommendation recommendation) {
        return recommendation.ranking().stream().map(Ranked::track).toList();
    }

    private static Map<AnswerSet, Recommendation> everybody() {
        var everybody = new LinkedHashMap<AnswerSet, Recommendation>();
        AnswerSet.everyCombination().forEach(student -> everybody.put(student, to(student, DAY)));
        return everybody;
    }
}
