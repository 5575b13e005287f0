package dev.certpath.web.api;

import dev.certpath.guide.Guide;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the guide in force. */
@RestController
class GuideApiController {

    private final GuideResponse response;

    GuideApiController(Guide guide) {
        this.response = GuideResponse.of(guide);
    }

    @GetMapping(path = "/api/v1/guide", produces = MediaType.APPLICATION_JSON_VALUE)
    GuideResponse guide() {
        return response;
    }
}
