package dev.certpath.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApiClient;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.TestApplication;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;

/** An application with another guide than the published one. The tests of a class share it if a static field has it. */
public final class ApplicationWithGuide implements BeforeAllCallback, AfterAllCallback {

    private final GuideYaml guide;
    private Path folder;
    private TestApplication application;

    /** An application with this guide. */
    public ApplicationWithGuide(GuideYaml guide) {
        this.guide = guide;
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        folder = Files.createTempDirectory("certpath-guide");
        application = TestApplication.on(folder.resolve("data"), guide.settings(folder));
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        application.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    /** The base URL. */
    public URI address() {
        return application.address();
    }

    /** The browser of a student. */
    public HttpBrowser student() {
        return application.student();
    }

    /** The browser of a student who was recommended something for answers, which are given as parameters of a URL. */
    HttpBrowser recommends(String answers) {
        return student()
                .opens("/questionnaire/check?" + answers)
                .presses("Get my recommendation")
                .gets(200);
    }

    /** The browser of an advisor. */
    HttpBrowser advisor() {
        return application.advisor();
    }

    /** The browser of an advisor, on the page of a saved case. */
    HttpBrowser advisorOpens(JsonNode saved) {
        return advisor()
                .opens("/advisor/cases/" + saved.at("/id").stringValue())
                .gets(200);
    }

    /** A client of the JSON API. */
    ApiClient api() {
        return application.api();
    }

    /** Previews the recommendation for a body of the JSON API. */
    JsonNode preview(String body) {
        return post("/api/v1/preview", body, 200);
    }

    /** Saves the recommendation for a body of the JSON API. */
    JsonNode save(String body) {
        return post("/api/v1/recommendations", body, 201);
    }

    /** Saves the recommendation for a body of the JSON API and returns the reference of the case. */
    String saveAndGetReference(String body) {
        return save(body).at("/reference").stringValue();
    }

    private JsonNode post(String path, String body, int status) {
        var response = api().posts(path, body);
        assertThat(response.status()).as(response.body()).isEqualTo(status);
        return response.json();
    }
}
