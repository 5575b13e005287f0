package dev.certpath.web.api;

import dev.certpath.cases.PlanService;
import dev.certpath.cases.SharedRecommendation;
import dev.certpath.editions.CurrentGuide;
import dev.certpath.recommend.Plan;
import dev.certpath.recommend.Recommendation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Adds the plan for the requested number of weeks to the JSON of recommendations. */
@Component
class PlanResponseFactory {

    private static final String WEEKS = "weeks";

    private final PlanService plans;
    private final CurrentGuide currentGuide;
    private final JsonMapper mapper;
    private final MessageSource messages;

    PlanResponseFactory(PlanService plans, CurrentGuide currentGuide, JsonMapper mapper, MessageSource messages) {
        this.plans = plans;
        this.currentGuide = currentGuide;
        this.mapper = mapper;
        this.messages = messages;
    }

    /**
     * Parses the number of weeks.
     *
     * @throws InvalidRequestException if it can't be chosen
     */
    int parseWeeks(@Nullable String weeks) {
        return Plan.parseWeeks(weeks).orElseThrow(() -> {
            var message = messages.getMessage("api.violation.weeks", null, Locale.ENGLISH);
            var allowed = Plan.WEEKS.stream().map(String::valueOf).toList();
            return new InvalidRequestException(List.of(new FieldViolation(WEEKS, message, allowed)));
        });
    }

    /** Adds the plan of a saved recommendation to its JSON. */
    ObjectNode addPlan(ObjectNode json, SharedRecommendation shared, int weeks) {
        return addPlan(json, plans.plan(shared, weeks));
    }

    /** Adds the plan of a recommendation that is not saved to its JSON. */
    ObjectNode addPlan(ObjectNode json, Recommendation recommendation, int weeks) {
        return addPlan(
                json,
                currentGuide
                        .get()
                        .planner()
                        .plan(
                                recommendation.first().track(),
                                recommendation.second().track(),
                                recommendation.asOf(),
                                weeks));
    }

    private ObjectNode addPlan(ObjectNode json, Plan plan) {
        return json.set("plan", mapper.valueToTree(plan.steps()));
    }
}
