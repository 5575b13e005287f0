package dev.certpath.web.api;

import dev.certpath.cases.CaseService;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.node.ObjectNode;

/** Finds recommendations by the id of their read-only address. */
@RestController
class SharedRecommendationApiController {

    private final CaseService cases;
    private final RecommendationResponseFactory responses;
    private final PlanResponseFactory plans;

    SharedRecommendationApiController(
            CaseService cases, RecommendationResponseFactory responses, PlanResponseFactory plans) {
        this.cases = cases;
        this.responses = responses;
        this.plans = plans;
    }

    @GetMapping(path = "/api/v1/shared/{shareId}", produces = MediaType.APPLICATION_JSON_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "The saved recommendation, without what only its owner has",
            content = @Content(schema = @Schema(ref = OpenApiConfiguration.SHARED_RECOMMENDATION)))
    @ApiResponse(responseCode = "404", description = "No recommendation has this id")
    @ApiResponse(responseCode = "503", description = "The database is unavailable; see Retry-After")
    @ApiResponse(responseCode = "400", description = "The number of weeks can't be chosen")
    ObjectNode find(@PathVariable String shareId, @PlanWeeks @RequestParam(required = false) @Nullable String weeks) {
        int planWeeks = plans.parseWeeks(weeks);
        return cases.findShared(shareId)
                .map(shared -> responses.toJson(shared, planWeeks))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
