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
record SimulatedRequest(String name, Function<URI, HttpRequest> request) {

    /** Ends requests that hang; a response that takes longer counts as none. */
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private static final String BODY = """
            {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"expert"}""";
    private static final String FORM = "employerCloud=aws&targetIndustry=retail&roleFocus=mlops&mlBackground=expert";

    /** Loads a page. */
    static SimulatedRequest page(String name, String address) {
        return new SimulatedRequest(name, site -> to(site, address).build());
    }

    static SimulatedRequest start() {
        return page("start", "/");
    }

    static SimulatedRequest question() {
        return page("question", "/questionnaire/role-focus?employerCloud=aws");
    }

    static SimulatedRequest check() {
        return page("check", "/questionnaire/check?" + FORM);
    }

    static SimulatedRequest preview() {
        return new SimulatedRequest(
                "preview", site -> json(site, "/api/v1/preview").build());
    }

    /** Saves a recommendation by the API, with a new idempotency key each time. */
    static SimulatedRequest save() {
        return new SimulatedRequest(
                "save",
                site -> json(site, "/api/v1/recommendations")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .build());
    }

    /** Saves a recommendation by the form of the check page, with a new idempotency key each time. */
    static SimulatedRequest saveByForm() {
        return new SimulatedRequest(
                "form", site -> form(site, "/recommendations", FORM + "&idempotencyKey=" + UUID.randomUUID()));
    }

    /** Asks an advisor from the page of a recommendation, with a name and an e-mail address. */
    static SimulatedRequest askAdvisor(String page) {
        return new SimulatedRequest(
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
