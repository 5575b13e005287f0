package dev.certpath.web.api;

import dev.certpath.cases.RecommendationJsonMapper;
import dev.certpath.cases.SavedRecommendation;
import dev.certpath.web.url.PublicUrl;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Creates the JSON of saved recommendations: the recommendation with its id, reference and URL. */
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
        response.put("reference", saved.reference());
        response.put("url", publicUrl.absolute("/recommendations/" + saved.id()));
        return response.setAll(json.write(saved.recommendation()));
    }
}
