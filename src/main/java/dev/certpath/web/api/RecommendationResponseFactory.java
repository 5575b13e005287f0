package dev.certpath.web.api;

import dev.certpath.cases.RecommendationJsonMapper;
import dev.certpath.cases.SavedRecommendation;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A saved recommendation as a document: what was told, under its names. */
@Component
class RecommendationResponseFactory {

    private final RecommendationJsonMapper json;
    private final JsonMapper mapper;

    RecommendationResponseFactory(RecommendationJsonMapper json, JsonMapper mapper) {
        this.json = json;
        this.mapper = mapper;
    }

    /** The document, with addresses for the host that the present request came to. */
    ObjectNode of(SavedRecommendation saved) {
        var document = mapper.createObjectNode();
        document.put("id", saved.id());
        document.put("reference", saved.reference());
        document.put(
                "url",
                ServletUriComponentsBuilder.fromCurrentContextPath()
                        .path("/recommendations/{id}")
                        .buildAndExpand(saved.id())
                        .toUriString());
        return document.setAll(json.write(saved.recommendation()));
    }
}
