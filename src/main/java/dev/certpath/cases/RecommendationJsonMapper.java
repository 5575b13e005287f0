package dev.certpath.cases;

import dev.certpath.recommend.Recommendation;
import dev.certpath.recommend.Recommendation.Answered;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Recommendations as JSON: one document that is stored, shown on pages and sent to programs. Beside the components of
 * {@link Recommendation} it has {@code answers}, the plain codes under the names that they are sent with.
 */
@Component
public class RecommendationJsonMapper {

    private final JsonMapper mapper;

    RecommendationJsonMapper(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** The whole document. */
    public ObjectNode write(Recommendation recommendation) {
        ObjectNode document = mapper.createObjectNode();
        document.put("asOf", recommendation.asOf().toString());
        document.put("guideEdition", recommendation.guideEdition());
        var answers = document.putObject("answers");
        recommendation.answered().forEach(answer -> write(answer, answers));
        document.setAll((ObjectNode) mapper.valueToTree(recommendation));
        return document;
    }

    /** The document less what differs between cases that were told the same. */
    String stored(Recommendation recommendation) {
        return write(recommendation).without("asOf").toString();
    }

    /** A recommendation as it was stored, for the day it was made for. */
    Recommendation read(String stored, LocalDate asOf) {
        var document = (ObjectNode) mapper.readTree(stored);
        document.put("asOf", asOf.toString());
        return mapper.treeToValue(document, Recommendation.class);
    }

    private static void write(Answered answer, ObjectNode answers) {
        if (answer.several()) {
            var codes = answers.putArray(answer.question());
            if (answer.known()) {
                answer.codes().forEach(codes::add);
            }
        } else {
            answers.put(answer.question(), answer.codes().get(0));
        }
    }
}
