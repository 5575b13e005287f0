package dev.certpath.web.api;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.http.MediaType;

/** Documents that an operation has a body, which {@link RecommendationRequestReader} parses, with the problem responses. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@RequestBody(
        required = true,
        content =
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(ref = OpenApiConfiguration.ANSWERS)))
@ApiResponse(responseCode = "400", description = "The request is invalid; errors has all violations")
@ApiResponse(responseCode = "413", description = "The body is longer than 16 KiB")
@ApiResponse(responseCode = "415", description = "The content type is not application/json")
@ApiResponse(responseCode = "429", description = "Too many requests; see Retry-After")
@interface AnswersBody {}
