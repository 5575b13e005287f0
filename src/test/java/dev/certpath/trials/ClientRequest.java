package dev.certpath.trials;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a client asks of a site.
 *
 * @param name what it is called in the figures
 * @param request the request, as it is sent to a site
 */
record ClientRequest(String name, Function<URI, HttpRequest> request) {

    /** It only ends what hangs: whoever waits that long for an answer has not got one. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String BODY = """
            {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"expert"}""";
    private static final String FORM = "employerCloud=aws&targetIndustry=retail&roleFocus=mlops&mlBackground=expert";

    /** A page. */
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

    /** A new recommendation each time, whose request may be sent again. */
    static ClientRequest save() {
        return new ClientRequest(
                "save",
                site -> json(site, "/api/v1/recommendations")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .build());
    }

    /** The same from the page, as a person does. */
    static ClientRequest form() {
        return new ClientRequest(
                "form", site -> form(site, "/recommendations", FORM + "&idempotencyKey=" + UUID.randomUUID()));
    }

    /** The student of that page leaves their name, or leaves it once more. */
    static ClientRequest advisor(String page) {
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
        return HttpRequest.newBuilder(site.resolve(address)).timeout(PATIENCE);
    }
}
