package dev.certpath.web.api;

import dev.certpath.cases.Cohort;
import dev.certpath.cases.RecommendationJsonMapper;
import dev.certpath.cases.SavedRecommendation;
import dev.certpath.cases.SharedRecommendation;
import dev.certpath.web.url.PublicUrl;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Creates the JSON of saved recommendations: the recommendation with its reference and its addresses. */
@Component
class RecommendationResponseFactory {

    private final RecommendationJsonMapper json;
    private final PlanResponseFactory plans;
    private final JsonMapper mapper;
    private final PublicUrl publicUrl;

    RecommendationResponseFactory(
            RecommendationJsonMapper json, PlanResponseFactory plans, JsonMapper mapper, PublicUrl publicUrl) {
        this.json = json;
        this.plans = plans;
        this.mapper = mapper;
        this.publicUrl = publicUrl;
    }

    /** Creates the JSON of a recommendation, with its absolute URL. */
    ObjectNode toJson(SavedRecommendation saved, int weeks) {
        var response = mapper.createObjectNode();
        response.put("id", saved.id());
        response.put("url", publicUrl.absolute("/recommendations/" + saved.id()));
        response.put("cohort", saved.cohort().map(Cohort::code).orElse(null));
        return response.setAll(toJson(saved.toShared(), weeks));
    }

    /** Creates the JSON for those who have the read-only address, with that address as absolute URL. */
    ObjectNode toJson(SharedRecommendation shared, int weeks) {
        var response = mapper.createObjectNode();
        response.put("reference", shared.reference());
        response.put("shareUrl", publicUrl.absolute("/shared/" + shared.shareId()));
        response.setAll(json.write(shared.recommendation()));
        return plans.addPlan(response, shared, weeks);
    }
}
