package dev.certpath.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.certpath.infrastructure.PlainErrorReportValveTest;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.RawHttp;
import dev.certpath.testsupport.RawHttp.Response;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Rate limits by IP address. */
class RateLimitFilterTest {

    private static final String ANSWERS = "employerCloud=aws&targetIndustry=retail&roleFocus=mlops&mlBackground=expert";
    private static final String BODY = """
            {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"expert"}""";

    private static final String CLIENT_ADDRESS = "127.0.0.1";
    private static final String OTHER_CLIENT_ADDRESS = "127.0.0.2";

    private static TestApplication site;
    private static Response rejection;
    private static LogCapture log;

    @BeforeAll
    static void exceedTheSaveLimit(@TempDir Path folder) {
        site = TestApplication.on(folder, "CERTPATH_RATE_LIMIT=on");
        log = LogCapture.during(() -> rejection = sendUntilRejected(30, 303, RateLimitFilterTest::save));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void limitsSavingAndPreviewSeparately() {
        assertThat(rejection.head()).contains("text/html").containsPattern("Retry-After: [0-9]+");
        assertThat(rejection.body()).contains("Too many requests", "Nothing was saved.");

        var problem = sendWithExhaustedLimit(() -> RawHttp.send(site, CLIENT_ADDRESS, json("/api/v1/recommendations")));
        assertThat(problem.status()).as("pages and API share a limit").isEqualTo(429);
        assertThat(problem.head()).contains("application/problem+json").containsPattern("Retry-After: [0-9]+");

        var preview = sendUntilRejected(300, 200, () -> RawHttp.send(site, CLIENT_ADDRESS, json("/api/v1/preview")));
        assertThat(preview.head()).contains("application/problem+json").containsPattern("Retry-After: [0-9]+");
        assertThat(preview.body()).contains("\"status\":429");

        assertThat(RawHttp.send(site, CLIENT_ADDRESS, RawHttp.get("/questionnaire/employer-cloud"))
                        .status())
                .as("GET is not limited")
                .isEqualTo(200);
    }

    /** Patterns, requests, the status within the limit (403 without CSRF token) and the limit. */
    static Stream<Arguments> limits() {
        var page = "/recommendations/7q4kx2m9pa7q4kx2m9pa7q4kx2";
        return Stream.of(
                arguments("/recommendations", RawHttp.form("/recommendations", ANSWERS), 303, 30),
                arguments("/recommendations/{id}/ask", RawHttp.form(page + "/ask", "name="), 404, 30),
                arguments("/recommendations/{id}/withdraw", RawHttp.form(page + "/withdraw", ""), 404, 30),
                arguments("/recommendations/{id}/delete", RawHttp.form(page + "/delete", ""), 303, 30),
                arguments("/api/v1/recommendations", json("/api/v1/recommendations"), 201, 30),
                arguments("/api/v1/preview", json("/api/v1/preview"), 200, 300),
                arguments("/login", RawHttp.form("/login", "username=admin&password=wrong"), 403, 10));
    }

    @ParameterizedTest(name = "{0}: {3} a minute")
    @MethodSource("limits")
    void limitsEveryPostRequest(String pattern, String request, int acceptedStatus, int perMinute) {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "needs further addresses of this machine");
        var client = "127.0.1." + (1 + Math.floorMod(pattern.hashCode(), 250));
        assertThat(sendUntilRejected(perMinute, acceptedStatus, () -> RawHttp.send(site, client, request))
                        .head())
                .containsPattern("Retry-After: [0-9]+");
    }

    /** The requests of advisors who are not logged in have a limit of their own. */
    @Test
    void everyPublicPostHandlerHasALimit() {
        var handlers = site.beans(RequestMappingHandlerMapping.class)
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(handler -> handler.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(handler -> handler.getPatternValues().stream())
                .filter(pattern -> !pattern.startsWith("/advisor"));
        assertThat(limits().map(limit -> limit.get()[0])).containsAll(handlers.toList());
    }

    @Test
    void limitsOtherSpellingsOfAPath() {
        assertThat(List.of("/%72ecommendations", "/recommendations;x=y"))
                .allSatisfy(address -> assertThat(
                                sendWithExhaustedLimit(() -> send(address)).status())
                        .isBetween(400, 499));
        assertThat(sendWithExhaustedLimit(() -> send("/recommendations?" + ANSWERS))
                        .status())
                .isEqualTo(429);
    }

    @Test
    void limitsEachAddressSeparately() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "needs a second address of this machine");
        sendWithExhaustedLimit(RateLimitFilterTest::save);
        var other = RawHttp.send(site, OTHER_CLIENT_ADDRESS, RawHttp.form("/recommendations", ANSWERS));
        assertThat(other.status()).isEqualTo(303);
    }

    @Test
    void limitsAnonymousSessions() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "needs a second address of this machine");
        var loggedIn = site.advisor();
        var page = sendUntilRejected(60, 200, () -> RawHttp.send(site, OTHER_CLIENT_ADDRESS, RawHttp.get("/login")));
        assertThat(page.head()).contains("text/html").containsPattern("Retry-After: [0-9]+");
        int before = site.count("sessions");
        var form = RawHttp.form("/advisor/cases/7q4kx2m9pa7q4kx2m9pa7q4kx2", ANSWERS);
        assertThat(RawHttp.send(site, OTHER_CLIENT_ADDRESS, form).status())
                .as("a form that would be stored in a session")
                .isEqualTo(429);
        assertThat(site.count("sessions")).isEqualTo(before);
        assertRejectedRequestsWriteNothing();
        loggedIn.opens("/advisor").gets(200);
    }

    /** Each session that is loaded is written, with the time of the last access. */
    private void assertRejectedRequestsWriteNothing() {
        var client = "127.0.2.9";
        var cookie = RawHttp.send(site, client, RawHttp.get("/login"))
                .head()
                .replaceAll("(?s).*Set-Cookie: (certpath=[^;]+);.*", "$1");
        var request = withCookie(cookie, RawHttp.get("/login"));
        sendUntilRejected(59, 200, () -> RawHttp.send(site, client, request)); // one was for the cookie
        site.update("update sessions set last_access_time = 1 where primary_id in (select primary_id from sessions"
                + " order by creation_time desc limit 1)");
        assertThat(RawHttp.send(site, client, request).status()).isEqualTo(429);
        assertThat(site.count("sessions where last_access_time = 1")).isEqualTo(1);
    }

    /** Otherwise whoever guesses passwords at the address of an advisor keeps the advisor from logging in. */
    @Test
    void limitsKnownDevicesOfAnAccountByThemselves() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "needs further addresses of this machine");
        var client = "127.0.2.1";
        var device =
                "certpath-device=" + site.advisor().cookie("certpath-device").orElseThrow();
        var login = RawHttp.form("/login", "username=admin&password=wrong");
        sendUntilRejected(10, 403, () -> RawHttp.send(site, client, login));

        assertThat(RawHttp.send(site, client, withCookie(device + "x", login)).status())
                .isEqualTo(429);
        sendUntilRejected(10, 403, () -> RawHttp.send(site, client, withCookie(device, login)));

        var another =
                "certpath-device=" + site.advisor().cookie("certpath-device").orElseThrow();
        assertThat(another).isNotEqualTo(device);
        assertThat(RawHttp.send(site, client, withCookie(another, login)).status())
                .as("another device of the account")
                .isEqualTo(429);
        assertThat(RawHttp.send(site, "127.0.2.2", withCookie(another, login)).status())
                .as("a device elsewhere")
                .isEqualTo(403);
    }

    private static String withCookie(String cookie, String request) {
        return request.replace("Host: localhost\r\n", "Host: localhost\r\nCookie: " + cookie + "\r\n");
    }

    @Test
    void rejectionsHaveSecurityHeaders() {
        PlainErrorReportValveTest.assertRejectedWithSecurityHeaders(rejection);
        assertThat(log.errors()).isEmpty();
    }

    private static Response save() {
        return send("/recommendations");
    }

    private interface Request {
        Response send();
    }

    /** Sends requests until one is rejected; asserts the number of accepted ones, considering that the limit refills. */
    private static Response sendUntilRejected(int allowed, int acceptedStatus, Request request) {
        long start = System.nanoTime();
        int accepted = 0;
        Response answer = request.send();
        while (answer.status() != 429) {
            accepted++;
            assertThat(answer.status()).as("attempt %s", accepted).isEqualTo(acceptedStatus);
            double minutes =
                    (double) Duration.ofNanos(System.nanoTime() - start).toMillis()
                            / Duration.ofMinutes(1).toMillis();
            assertThat(accepted)
                    .as("attempts allowed in %s minutes", minutes)
                    .isLessThanOrEqualTo((int) (allowed * (1 + minutes)) + 1);
            answer = request.send();
        }
        assertThat(accepted).isGreaterThanOrEqualTo(allowed);
        return answer;
    }

    /** Sends requests until the tokens that were refilled since are consumed. */
    private static Response sendWithExhaustedLimit(Request request) {
        var answer = request.send();
        for (int more = 0; more < 100 && answer.status() < 400; more++) {
            answer = request.send();
        }
        return answer;
    }

    private static Response send(String address) {
        return RawHttp.send(site, CLIENT_ADDRESS, RawHttp.form(address, ANSWERS));
    }

    private static String json(String address) {
        return "POST " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY;
    }
}
