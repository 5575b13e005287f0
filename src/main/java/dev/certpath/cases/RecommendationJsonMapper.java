package dev.certpath.cases;

import dev.certpath.recommend.Recommendation;
import dev.certpath.recommend.Recommendation.Answered;
import java.time.LocalDate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Converts recommendations to JSON and back. The same document is stored, shown on pages and sent to API clients. In
 * addition to the components of {@link Recommendation} it has {@code answers}: the plain codes, under the names of the
 * API.
 */
@Component
public class RecommendationJsonMapper {

    private final JsonMapper mapper;

    RecommendationJsonMapper(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Returns the whole document. */
    public ObjectNode write(Recommendation recommendation) {
        ObjectNode document = mapper.createObjectNode();
        document.put("asOf", recommendation.asOf().toString());
        document.put("guideEdition", recommendation.guideEdition());
        var answers = document.putObject("answers");
        recommendation.answered().forEach(answer -> write(answer, answers));
        document.setAll((ObjectNode) mapper.valueToTree(recommendation));
        return document;
    }

    /** Returns the document without the day, so that cases with the same content can share it. */
    String writeStored(Recommendation recommendation) {
        return write(recommendation).without("asOf").toString();
    }

    /** Reads a stored document of a case for that day. */
    Recommendation readStored(String content, LocalDate asOf) {
        var document = (ObjectNode) mapper.readTree(content);
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
