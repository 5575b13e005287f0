package dev.certpath.trials;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;

/**
 * A kind of request that a client sends.
 *
 * @param name the name in the statistics
 * @param request creates a request to the application at a base URL
 */
record ClientRequest(String name, Function<URI, HttpRequest> request) {

    /** Ends requests that hang; a response that takes longer counts as none. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final String BODY = """
            {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"expert"}""";
    private static final String FORM = "employerCloud=aws&targetIndustry=retail&roleFocus=mlops&mlBackground=expert";

    /** Loads a page. */
    static ClientRequest page(String name, String address) {
        return new ClientRequest(name, site -> to(site, address).build());
    }

    static ClientRequest start() {
        return page("start", "/");
    }

    static ClientRequest question() {
        return page("question", "/questionnaire/role-focus?employerCloud=aws");
    }

    static ClientRequest check() {
        return page("check", "/questionnaire/check?" + FORM);
    }

    static ClientRequest preview() {
        return new ClientRequest(
                "preview", site -> json(site, "/api/v1/preview").build());
    }

    /** Saves a recommendation by the API, with a new idempotency key each time. */
    static ClientRequest save() {
        return new ClientRequest(
                "save",
                site -> json(site, "/api/v1/recommendations")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .build());
    }

    /** Saves a recommendation by the form of the check page, with a new idempotency key each time. */
    static ClientRequest saveByForm() {
        return new ClientRequest(
                "form", site -> form(site, "/recommendations", FORM + "&idempotencyKey=" + UUID.randomUUID()));
    }

    /** Asks an advisor from the page of a recommendation, with a name and an e-mail address. */
    static ClientRequest askAdvisor(String page) {
        return new ClientRequest(
                "ask", site -> form(site, page + "/ask", "name=Ann+Lee&email=ann%40example.org&note=Please"));
    }

    private static HttpRequest form(URI site, String address, String fields) {
        return to(site, address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(fields))
                .build();
    }

    private static HttpRequest.Builder json(URI site, String address) {
        return to(site, address).header("Content-Type", "application/json").POST(BodyPublishers.ofString(BODY));
    }

    private static HttpRequest.Builder to(URI site, String address) {
        return HttpRequest.newBuilder(site.resolve(address)).timeout(TIMEOUT);
    }
}
