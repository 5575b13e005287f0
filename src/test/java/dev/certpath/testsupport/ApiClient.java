package dev.certpath.testsupport;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of the JSON API. */
public final class ApiClient {

    private static final JsonMapper JSON = new JsonMapper();

    private final URI site;

    /** Creates a client of the application at a base URL. */
    public ApiClient(URI site) {
        this.site = site;
    }

    /**
     * A response of the application.
     *
     * @param http the response as it was received
     */
    public record Response(HttpResponse<String> http) {

        /** Returns the status code. */
        public int status() {
            return http.statusCode();
        }

        /** Returns a header, or an empty text. */
        public String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }

        /** Returns the body as text. */
        public String body() {
            return http.body();
        }

        /** Parses the body. */
        public JsonNode json() {
            return JSON.readTree(http.body());
        }
    }

    /** Sends a GET request, with headers as pairs of name and value. */
    public Response gets(String address, String... headers) {
        return sends("GET", address, BodyPublishers.noBody(), headers);
    }

    /** Posts a JSON body, with further headers as pairs of name and value. */
    public Response posts(String address, String body, String... headers) {
        var all = new String[headers.length + 2];
        System.arraycopy(headers, 0, all, 2, headers.length);
        all[0] = "Content-Type";
        all[1] = "application/json";
        return sends("POST", address, BodyPublishers.ofString(body), all);
    }

    /** Sends any request, with headers as pairs of name and value. */
    public Response sends(String method, String address, HttpRequest.BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(site.resolve(address)).method(method, body);
        for (int index = 0; index < headers.length; index += 2) {
            request.header(headers[index], headers[index + 1]);
        }
        return new Response(HttpRequests.send(request));
    }
}
