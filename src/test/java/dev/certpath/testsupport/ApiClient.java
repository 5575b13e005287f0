package dev.certpath.testsupport;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that speaks JSON with the site. */
public final class ApiClient {

    private static final JsonMapper JSON = new JsonMapper();

    private final URI site;

    /** A program that speaks with the site there. */
    public ApiClient(URI site) {
        this.site = site;
    }

    /**
     * What came back.
     *
     * @param response the answer
     */
    public record Reply(HttpResponse<String> response) {

        /** Its status. */
        public int status() {
            return response.statusCode();
        }

        /** A header, or an empty text. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** Its document. */
        public JsonNode json() {
            return JSON.readTree(response.body());
        }
    }

    /** Asks for a document. */
    public Reply gets(String address, String... headers) {
        return sends("GET", address, BodyPublishers.noBody(), headers);
    }

    /** Sends a JSON body, with further headers as pairs of name and value. */
    public Reply posts(String address, String body, String... headers) {
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type";
        all[1] = "application/json";
        return sends("POST", address, BodyPublishers.ofString(body), all);
    }

    /** Sends anything at all, with headers as pairs of name and value. */
    public Reply sends(String method, String address, HttpRequest.BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(site.resolve(address)).method(method, body);
        for (int place = 0; place < headers.length; place += 2) {
            request.header(headers[place], headers[place + 1]);
        }
        return new Reply(HttpRequests.send(request));
    }
}
