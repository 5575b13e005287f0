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
    private final JsonMapper mapper;
    private final PublicUrl publicUrl;

    RecommendationResponseFactory(RecommendationJsonMapper json, JsonMapper mapper, PublicUrl publicUrl) {
        this.json = json;
        this.mapper = mapper;
        this.publicUrl = publicUrl;
    }

    /** Creates the JSON of a recommendation, with its absolute URL. */
    ObjectNode toJson(SavedRecommendation saved) {
        var response = mapper.createObjectNode();
        response.put("id", saved.id());
        response.put("url", publicUrl.absolute("/recommendations/" + saved.id()));
        response.put("cohort", saved.cohort().map(Cohort::code).orElse(null));
        return response.setAll(toJson(saved.toShared()));
    }

    /** Creates the JSON for those who have the read-only address, with that address as absolute URL. */
    ObjectNode toJson(SharedRecommendation shared) {
        var response = mapper.createObjectNode();
        response.put("reference", shared.reference());
        response.put("shareUrl", publicUrl.absolute("/shared/" + shared.shareId()));
        return response.setAll(json.write(shared.recommendation()));
    }
}
