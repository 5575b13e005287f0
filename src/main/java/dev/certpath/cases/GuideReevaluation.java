package dev.certpath.cases;

import dev.certpath.editions.CurrentGuide;
import dev.certpath.guide.Answers;
import dev.certpath.guide.InvalidAnswersException;
import dev.certpath.recommend.Recommendation;
import dev.certpath.recommend.Recommendation.Answered;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Applies the current guide and today's exams to the answers of a saved recommendation. The result is not saved. */
@Service
public class GuideReevaluation {

    private final CurrentGuide currentGuide;
    private final CurrentDate currentDate;

    GuideReevaluation(CurrentGuide currentGuide, CurrentDate currentDate) {
        this.currentGuide = currentGuide;
        this.currentDate = currentDate;
    }

    /**
     * Recommends for the same answers, as of today.
     *
     * @param saved the earlier recommendation
     * @return the recommendation; empty if the current guide does not have these questions or options
     */
    public Optional<Recommendation> reevaluate(Recommendation saved) {
        var codes = saved.answered().stream().collect(Collectors.toMap(Answered::question, Answered::codes));
        var guide = currentGuide.get();
        try {
            var answers = Answers.parse(guide.guide(), codes);
            return Optional.of(guide.recommender().recommend(answers, currentDate.get()));
        } catch (InvalidAnswersException unknownAnswers) {
            return Optional.empty();
        }
    }
}
