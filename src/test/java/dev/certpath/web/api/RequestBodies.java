package dev.certpath.web.api;

import dev.certpath.recommend.AnswerSet;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of requests. */
final class RequestBodies {

    private static final JsonMapper JSON = new JsonMapper();

    private RequestBodies() {}

    /** The body that sends these answers. */
    static ObjectNode of(AnswerSet student) {
        var body = JSON.createObjectNode();
        student.codes().forEach((question, codes) -> {
            if (question.equals(AnswerSet.EMPLOYER)) {
                codes.forEach(body.putArray(question)::add);
            } else {
                body.put(question, codes.get(0));
            }
        });
        return body;
    }

    /** A valid body, to be changed. */
    static ObjectNode good() {
        return (ObjectNode) JSON.readTree("""
                { "employerCloud": ["aws", "kubernetes"], "targetIndustry": "retail",
                  "roleFocus": "mlops", "mlBackground": "practitioner" }
                """);
    }
}
