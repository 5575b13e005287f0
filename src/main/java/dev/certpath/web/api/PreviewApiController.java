package dev.certpath.web.api;

import dev.certpath.cases.CurrentDate;
import dev.certpath.cases.RecommendationJsonMapper;
import dev.certpath.editions.CurrentGuide;
import dev.certpath.recommend.Recommendation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** Recommends without saving. It needs no database. */
@RestController
class PreviewApiController {

    private final RecommendationRequestReader reader;
    private final CurrentGuide currentGuide;
    private final RecommendationJsonMapper json;
    private final PlanResponseFactory plans;
    private final CurrentDate currentDate;

    PreviewApiController(
            RecommendationRequestReader reader,
            CurrentGuide currentGuide,
            RecommendationJsonMapper json,
            PlanResponseFactory plans,
            CurrentDate currentDate) {
        this.reader = reader;
        this.currentGuide = currentGuide;
        this.json = json;
        this.plans = plans;
        this.currentDate = currentDate;
    }

    @PostMapping(
            path = "/api/v1/preview",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "The recommendation, without reference, addresses and cohort",
            content = @Content(schema = @Schema(implementation = Recommendation.class)))
    @AnswersBody
    ObjectNode preview(InputStream body, @PlanWeeks @RequestParam(required = false) @Nullable String weeks)
            throws IOException {
        int planWeeks = plans.parseWeeks(weeks);
        var request = reader.read(body);
        var asOf = request.asOf().orElseGet(currentDate::get);
        var recommendation = currentGuide.get().recommender().recommend(request.answers(), asOf);
        return plans.addPlan(json.write(recommendation), recommendation, planWeeks);
    }
}
