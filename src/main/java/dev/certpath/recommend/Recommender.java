package dev.certpath.recommend;

import dev.certpath.guide.Answers;
import dev.certpath.guide.Guide;
import dev.certpath.guide.Track;
import dev.certpath.recommend.Recommendation.First;
import dev.certpath.recommend.Recommendation.Second;
import dev.certpath.recommend.Recommendation.TrackName;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Recommends tracks and exams. An instance is created once per guide and is thread-safe. The result depends only on the
 * answers and the day and is defined for every combination of answers.
 *
 * <p>Evaluations are kept, because there are few combinations and many students, as are the exams of the last day.
 */
public final class Recommender {

    /** The maximum number of evaluations that are kept, of about 600 bytes each. */
    private static final int MAX_KEPT_EVALUATIONS = 16_384;

    private final Guide guide;
    private final List<TrackName> trackNames;
    private final AnswerSpace space;
    private final AnswerEvaluator evaluator;

    /** Of the combinations that share an index, the last one that was evaluated. */
    private final AtomicReferenceArray<@Nullable AnswerEvaluation> evaluations;

    private volatile ExamsOfDay exams;

    /** Scores all combinations of answers to the questions of a guide. */
    public Recommender(Guide guide) {
        this.guide = guide;
        this.trackNames = guide.tracks().stream().map(Recommender::toTrackName).toList();
        this.space = new AnswerSpace(guide);
        this.evaluator = new AnswerEvaluator(guide, space);
        this.evaluations = new AtomicReferenceArray<>(Math.min(space.size(), MAX_KEPT_EVALUATIONS));
        this.exams = ExamsOfDay.of(guide, guide.validFrom());
    }

    /**
     * Returns the recommendation for these answers.
     *
     * @param answers answers to the questions of the guide
     * @param day the day for which exams are looked up
     */
    public Recommendation recommend(Answers answers, LocalDate day) {
        var evaluation = evaluate(answers);
        var exams = examsOf(day);
        var first = evaluation.first();
        var second = evaluation.second();
        return new Recommendation(
                day,
                guide.edition(),
                trackNames,
                evaluation.answered(),
                new First(first.code(), exams.exam(first)),
                new Second(
                        second.code(),
                        exams.exam(second),
                        evaluation.why(),
                        first.usuallyNext(),
                        guide.secondWithinMonths()),
                evaluation.firmness(),
                evaluation.ranking(),
                evaluation.whatIf(),
                evaluation.unknown(),
                exams.available(evaluation.additionalExams()));
    }

    private AnswerEvaluation evaluate(Answers answers) {
        int combination = space.indexOf(answers);
        int index = combination % evaluations.length();
        var kept = evaluations.get(index);
        if (kept != null && kept.combination() == combination) {
            return kept;
        }
        var evaluation = evaluator.evaluate(combination, answers);
        evaluations.set(index, evaluation);
        return evaluation;
    }

    private ExamsOfDay examsOf(LocalDate day) {
        var kept = exams;
        if (kept.day().equals(day)) {
            return kept;
        }
        var ofDay = ExamsOfDay.of(guide, day);
        exams = ofDay;
        return ofDay;
    }

    private static TrackName toTrackName(Track track) {
        return new TrackName(track.code(), track.name(), track.mark());
    }
}
