package dev.certpath.web.api;

import dev.certpath.editions.CurrentGuide;
import dev.certpath.guide.Guide;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** Serves the guide in force and all editions. Both have an {@code ETag}, which changes with the edition and the exams. */
@RestController
class GuideApiController {

    private final CurrentGuide currentGuide;
    private final JsonMapper mapper;

    GuideApiController(CurrentGuide currentGuide, JsonMapper mapper) {
        this.currentGuide = currentGuide;
        this.mapper = mapper;
    }

    /**
     * A guide as it is sent.
     *
     * @param content the content
     * @param etag a digest of the JSON. It is weak, because the response may be compressed
     */
    private record Document(GuideResponse content, String etag) {

        static Document of(Guide guide, JsonMapper mapper) {
            var content = GuideResponse.of(guide);
            var json = mapper.writeValueAsString(content).getBytes(StandardCharsets.UTF_8);
            return new Document(content, "W/\"" + DigestUtils.md5DigestAsHex(json) + "\"");
        }
    }

    /** Editions by number, as long as the guide in force stays the same: their exams change with it. */
    private record Editions(Map<Integer, Document> byNumber) {}

    @GetMapping(path = "/api/v1/guide", produces = MediaType.APPLICATION_JSON_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "The guide in force",
            headers = @Header(name = "ETag", schema = @Schema(type = "string")))
    ResponseEntity<GuideResponse> guide() {
        return toResponse(currentGuide.get().derive(Document.class, snapshot -> Document.of(snapshot.guide(), mapper)));
    }

    @GetMapping(path = "/api/v1/guide/editions/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "The edition with today's exams, whether it is in force or not",
            headers = @Header(name = "ETag", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "400", description = "This is not the number of an edition")
    @ApiResponse(responseCode = "404", description = "There is no edition with this number")
    @ApiResponse(responseCode = "503", description = "The database is unavailable; see Retry-After")
    ResponseEntity<GuideResponse> edition(@PathVariable int number) {
        return toResponse(findEdition(number).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private Optional<Document> findEdition(int number) {
        var editions = currentGuide
                .get()
                .derive(Editions.class, snapshot -> new Editions(new ConcurrentHashMap<>()))
                .byNumber();
        var known = Optional.ofNullable(editions.get(number));
        return known.or(() -> currentGuide
                .findEdition(number)
                .map(guide -> editions.computeIfAbsent(number, key -> Document.of(guide, mapper))));
    }

    private static ResponseEntity<GuideResponse> toResponse(Document document) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .eTag(document.etag())
                .body(document.content());
    }
}
