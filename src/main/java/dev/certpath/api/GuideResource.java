package dev.certpath.api;

import dev.certpath.guide.Guide;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The guide in force. */
@RestController
class GuideResource {

    private final GuideDocument document;

    GuideResource(Guide guide) {
        this.document = GuideDocument.of(guide);
    }

    @GetMapping(path = "/api/v1/guide", produces = MediaType.APPLICATION_JSON_VALUE)
    GuideDocument guide() {
        return document;
    }
}
