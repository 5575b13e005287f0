package dev.certpath.web.api;

import dev.certpath.cases.RecommendationJsonMapper;
import dev.certpath.cases.SavedRecommendation;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Creates the JSON of saved recommendations: the recommendation with its id, reference and URL. */
@Component
class RecommendationResponseFactory {

    private final RecommendationJsonMapper json;
    private final JsonMapper mapper;

    RecommendationResponseFactory(RecommendationJsonMapper json, JsonMapper mapper) {
        this.json = json;
        this.mapper = mapper;
    }

    /** Creates the JSON of a recommendation, with a URL for the host of the current request. */
    ObjectNode toJson(SavedRecommendation saved) {
        var response = mapper.createObjectNode();
        response.put("id", saved.id());
        response.put("reference", saved.reference());
        response.put(
                "url",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/recommendations/{id}")
                        .buildAndExpand(saved.id())
                        .toUriString());
        return response.setAll(json.write(saved.recommendation()));
    }
}
