package dev.certpath.cases;

import dev.certpath.editions.CurrentGuide;
import dev.certpath.recommend.Plan;
import java.util.List;
import org.springframework.stereotype.Service;

/**
 * Plans the exams of saved recommendations with the guide and the exams in force. A plan starts on the day for which the
 * recommendation was made. Where an advisor decided for other tracks, it is for these.
 */
@Service
public class PlanService {

    private final CurrentGuide currentGuide;

    PlanService(CurrentGuide currentGuide) {
        this.currentGuide = currentGuide;
    }

    /**
     * Creates the plan for a recommendation.
     *
     * @param weeks the number of weeks until the first exam, one of {@link Plan#WEEKS}
     */
    public Plan plan(SharedRecommendation shared, int weeks) {
        return currentGuide
                .get()
                .planner()
                .plan(
                        shared.advisedFirst(),
                        shared.advisedSecond(),
                        shared.recommendation().asOf(),
                        weeks);
    }

    /** Creates a plan for each number of weeks that can be chosen. */
    public List<Plan> plans(SharedRecommendation shared) {
        return currentGuide
                .get()
                .planner()
                .plans(
                        shared.advisedFirst(),
                        shared.advisedSecond(),
                        shared.recommendation().asOf());
    }
}
