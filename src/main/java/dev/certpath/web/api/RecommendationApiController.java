package dev.certpath.web.api;

import dev.certpath.cases.CaseService;
import dev.certpath.cases.CurrentDate;
import dev.certpath.cases.IdempotencyKey;
import dev.certpath.cases.SaveResult;
import dev.certpath.web.url.PublicUrl;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.node.ObjectNode;

/** Saves and finds recommendations. */
@RestController
@RequestMapping(path = RecommendationApiController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
class RecommendationApiController {

    static final String PATH = "/api/v1/recommendations";

    private static final String SAVED = OpenApiConfiguration.SAVED_RECOMMENDATION;
    private static final String KEY_HEADER = "Idempotency-Key";
    private static final String KEY_DESCRIPTION =
            "16 to 64 visible characters, chosen at random for each recommendation:"
                    + " whoever knows the key and the body is given the recommendation";

    private final RecommendationRequestReader reader;
    private final CaseService cases;
    private final RecommendationResponseFactory responses;
    private final PlanResponseFactory plans;
    private final MessageSource messages;
    private final CurrentDate currentDate;
    private final PublicUrl publicUrl;

    RecommendationApiController(
            RecommendationRequestReader reader,
            CaseService cases,
            RecommendationResponseFactory responses,
            PlanResponseFactory plans,
            MessageSource messages,
            CurrentDate currentDate,
            PublicUrl publicUrl) {
        this.reader = reader;
        this.cases = cases;
        this.responses = responses;
        this.plans = plans;
        this.messages = messages;
        this.currentDate = currentDate;
        this.publicUrl = publicUrl;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ApiResponse(
            responseCode = "201",
            description = "The saved recommendation",
            content = @Content(schema = @Schema(ref = SAVED)))
    @ApiResponse(
            responseCode = "200",
            description = "The recommendation that was saved before with this key",
            content = @Content(schema = @Schema(ref = SAVED)))
    @ApiResponse(responseCode = "422", description = "The key was used before with another body")
    @AnswersBody
    @ApiResponse(responseCode = "503", description = "The database is unavailable; see Retry-After")
    ResponseEntity<ObjectNode> save(
            InputStream body,
            @Parameter(description = KEY_DESCRIPTION) @RequestHeader(name = KEY_HEADER, required = false) @Nullable
                    String key,
            @PlanWeeks @RequestParam(required = false) @Nullable String weeks)
            throws IOException {
        int planWeeks = plans.parseWeeks(weeks);
        var result = save(reader.read(body), Optional.ofNullable(key).map(this::validated));
        var location = URI.create(publicUrl.absolute(PATH + "/" + result.saved().id()));
        return ResponseEntity.status(result.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(location)
                .body(responses.toJson(result.saved(), planWeeks));
    }

    @GetMapping("/{id}")
    @ApiResponse(
            responseCode = "200",
            description = "The saved recommendation",
            content = @Content(schema = @Schema(ref = SAVED)))
    @ApiResponse(responseCode = "404", description = "No recommendation has this id")
    @ApiResponse(responseCode = "503", description = "The database is unavailable; see Retry-After")
    @ApiResponse(responseCode = "400", description = "The number of weeks can't be chosen")
    ObjectNode find(@PathVariable String id, @PlanWeeks @RequestParam(required = false) @Nullable String weeks) {
        int planWeeks = plans.parseWeeks(weeks);
        return cases.find(id)
                .map(saved -> responses.toJson(saved, planWeeks))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private SaveResult save(RecommendationRequest request, Optional<String> key) {
        var answers = request.answers();
        var asOf = request.asOf().orElseGet(currentDate::get);
        var cohort = request.cohort();
        return key.map(value -> cases.save(answers, asOf, cohort, IdempotencyKey.of(value, answers, request.asOf())))
                .orElseGet(() -> new SaveResult(cases.save(answers, asOf, cohort), true));
    }

    private String validated(String key) {
        if (!IdempotencyKey.isValid(key)) {
            var message = messages.getMessage("api.violation.key", null, Locale.ENGLISH);
            throw new InvalidRequestException(List.of(new FieldViolation(KEY_HEADER, message, List.of())));
        }
        return key;
    }
}
