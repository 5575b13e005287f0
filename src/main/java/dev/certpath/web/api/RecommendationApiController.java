package dev.certpath.web.api;

import dev.certpath.cases.CaseService;
import dev.certpath.cases.CurrentDate;
import dev.certpath.cases.IdempotencyKey;
import dev.certpath.cases.SaveResult;
import dev.certpath.recommend.Recommendation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.node.ObjectNode;

/** Saved recommendations. */
@RestController
@RequestMapping(path = "/api/v1/recommendations", produces = MediaType.APPLICATION_JSON_VALUE)
class RecommendationApiController {

    private static final String KEY = "Idempotency-Key";

    private final RecommendationRequestReader reader;
    private final CaseService caseBook;
    private final RecommendationResponseFactory document;
    private final MessageSource messages;
    private final CurrentDate currentDate;

    RecommendationApiController(
            RecommendationRequestReader reader,
            CaseService caseBook,
            RecommendationResponseFactory document,
            MessageSource messages,
            CurrentDate currentDate) {
        this.reader = reader;
        this.caseBook = caseBook;
        this.document = document;
        this.messages = messages;
        this.currentDate = currentDate;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ApiResponse(content = @Content(schema = @Schema(implementation = Recommendation.class)))
    ResponseEntity<ObjectNode> save(
            InputStream body,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException {
        var asked = reader.read(body);
        var opening = open(asked, Optional.ofNullable(key).map(this::checked));
        var location =
                URI.create(request.getRequestURL() + "/" + opening.saved().id());
        return ResponseEntity.status(opening.isNew() ? HttpStatus.CREATED : HttpStatus.OK)
                .location(location)
                .body(document.of(opening.saved()));
    }

    @GetMapping("/{id}")
    @ApiResponse(content = @Content(schema = @Schema(implementation = Recommendation.class)))
    ObjectNode find(@PathVariable String id) {
        return caseBook.find(id).map(document::of).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private SaveResult open(RecommendationRequest asked, Optional<String> key) {
        var day = asked.asOf().orElseGet(currentDate::get);
        return key.map(given -> IdempotencyKey.of(given, asked.answers(), asked.asOf()))
                .map(request -> caseBook.save(asked.answers(), day, request))
                .orElseGet(() -> new SaveResult(caseBook.save(asked.answers(), day), true));
    }

    private String checked(String key) {
        if (!IdempotencyKey.isValid(key)) {
            var message = messages.getMessage("api.fault.key", null, Locale.ENGLISH);
            throw new InvalidRequestException(List.of(new FieldViolation(KEY, message, List.of())));
        }
        return key;
    }
}
