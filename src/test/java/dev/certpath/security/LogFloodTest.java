package dev.certpath.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.RawHttp;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Clients can't fill the log: a request that is repeated leads to one line at most, without what was sent. */
class LogFloodTest {

    private static final int REPETITIONS = 5;
    private static final String SENT = "planted";

    private final TestApplication site = TestApplication.shared();

    /** Requests of which Tomcat or Spring, with their defaults, would log each, or the first one with what was sent. */
    static Stream<String> hostileRequests() {
        var paths = Stream.of(
                "/assets/WEB-INF/planted",
                "/assets/META-INF/planted",
                "/assets/url:http://planted",
                "/assets/:/planted",
                "/assets/..;/planted",
                "/assets/%2e%2e/planted",
                "/assets/planted%00",
                "/webjars/WEB-INF/planted",
                "/%zz?planted",
                "/planted{",
                "/planted;x=%",
                "//planted",
                "/error?planted",
                "/actuator/planted",
                "/questionnaire/planted?planted=%zz",
                "/questionnaire/check?employerCloud=planted",
                "/recommendations/planted/plan.ics?weeks=planted",
                "/login?error=planted&wrong",
                "/advisor/cases/planted?timeline=planted");
        var headers = Stream.of(
                "Cookie: planted planted=[" + "a".repeat(10_000),
                "Cookie: certpath=planted; certpath-device=planted",
                "Cookie: $Version=planted",
                "Accept: planted",
                "Accept: planted/;q=planted",
                "Accept-Language: planted planted",
                "Accept-Encoding: planted;q=planted",
                "If-Modified-Since: planted",
                "If-None-Match: planted",
                "Range: bytes=planted",
                "Origin: planted",
                "Content-Type: planted",
                "Content-Length: planted",
                "Transfer-Encoding: planted",
                "Expect: planted",
                "Upgrade: planted\r\nConnection: Upgrade",
                "X-Forwarded-For: planted",
                "X-Forwarded-Prefix: planted",
                "planted planted: planted",
                "(planted): planted");
        return Stream.of(
                        paths.map(RawHttp::get),
                        headers.flatMap(
                                header -> Stream.of("/guide", "/assets/planted", "/api/v1/guide", "/login", "/advisor")
                                        .map(RawHttp::get)
                                        .map(request -> request.replace("\r\n\r\n", "\r\n" + header + "\r\n\r\n"))),
                        everyMethodOfEveryUrl(),
                        forms(),
                        bodies(),
                        Stream.of(
                                "planted",
                                "planted / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                                "GET / planted\r\n\r\n",
                                "GET / HTTP/1.1\r\nHost: planted{\r\nConnection: close\r\n\r\n"))
                .flatMap(Function.identity());
    }

    /** Spring logs some requests for which there is a URL and no handler. */
    private static Stream<String> everyMethodOfEveryUrl() {
        return AccessRules.ALL.stream()
                .map(rule -> rule.pattern().replaceAll("\\{.*}|\\*\\*", SENT))
                .flatMap(path -> Stream.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE")
                        .map(method -> RawHttp.get(path).replaceFirst("GET", method)));
    }

    private static Stream<String> forms() {
        return Stream.of(
                RawHttp.form("/recommendations", "planted=%zz"),
                RawHttp.form("/recommendations", "planted=" + "&planted=".repeat(300)),
                RawHttp.form("/recommendations", "planted=" + "a".repeat(100_000)),
                RawHttp.form("/login", "username=planted&password=planted"),
                RawHttp.form("/advisor/cases/planted", "move=planted"),
                RawHttp.form("/webauthn/authenticate/options", "planted"),
                RawHttp.form("/login/webauthn", "planted"));
    }

    private static Stream<String> bodies() {
        return Stream.of("application/json", "text/planted", "multipart/form-data; boundary=planted", "planted;;=")
                .flatMap(type -> Stream.of("/api/v1/preview", "/api/v1/recommendations", "/recommendations")
                        .map(path -> "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                + "Idempotency-Key: planted\r\nContent-Type: " + type
                                + "\r\nContent-Length: 9\r\n\r\n{\"planted"));
    }

    @ParameterizedTest
    @MethodSource("hostileRequests")
    void aRepeatedRequestIsLoggedOnceAtMostAndWithoutWhatWasSent(String request) {
        var lines = linesDuring(() -> RawHttp.send(site, request + "\r\n\r\n"));
        assertThat(lines).doesNotHaveDuplicates().noneMatch(line -> line.contains(SENT));
    }

    @Test
    void eachKindOfFailedLoginIsLoggedOnceAMinute(@TempDir Path folder) {
        try (var limited = TestApplication.on(folder)) {
            var lines = linesDuring(() -> {
                limited.browser().logsIn("admin", "a-wrong-Password-1");
                limited.browser().logsIn("somebody", "a-wrong-Password-1");
            });
            assertThat(lines).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    @Test
    void theHealthOfAFullDiskIsLoggedOnce(@TempDir Path folder) {
        TestApplication.on(folder).close(); // creates the first account, which needs free space
        try (var full = TestApplication.on(folder, "management.health.diskspace.threshold=1000TB")) {
            var lines = linesDuring(() -> {
                var health = RawHttp.send(full, RawHttp.get("/actuator/health/readiness"));
                assertThat(health.status()).isEqualTo(503);
                RawHttp.send(full, RawHttp.form("/recommendations", "employerCloud=aws"));
            });
            assertThat(lines).doesNotHaveDuplicates();
        }
    }

    /** Repeats an action, and returns what was logged: logger and message of each line. */
    private static List<String> linesDuring(Runnable action) {
        var log = LogCapture.during(() -> IntStream.range(0, REPETITIONS).forEach(number -> action.run()));
        return log.lines().stream()
                .map(line -> line.replaceFirst("^\\w+ \\{.*?\\} ", ""))
                .filter(line ->
                        line.matches("(?s)(dev\\.certpath|org\\.apache|org\\.springframework|org\\.hibernate).*"))
                .toList();
    }
}
