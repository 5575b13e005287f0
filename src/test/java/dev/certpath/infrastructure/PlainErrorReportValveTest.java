package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.CertpathApplication;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.RawHttp;
import dev.certpath.testsupport.RawHttp.Response;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.ApplicationListener;

/** Requests that Tomcat rejects before they reach the application get the application's texts and headers. */
public class PlainErrorReportValveTest {

    private static final TestApplication SITE = TestApplication.shared();

    private static final String END = "Host: localhost\r\nConnection: close\r\n\r\n";

    static Stream<String> requests() {
        return Stream.of(
                "GET /%zz HTTP/1.1\r\n" + END,
                "GET /%00 HTTP/1.1\r\n" + END,
                "GET /\u0000 HTTP/1.1\r\n" + END,
                "GET /a\\b HTTP/1.1\r\n" + END,
                "GET * HTTP/1.1\r\n" + END,
                "GET nonsense HTTP/1.1\r\n" + END,
                "GET / HTTP/3.0\r\n" + END,
                "GET / nonsense\r\n" + END,
                "G@T / HTTP/1.1\r\n" + END,
                "BREW / HTTP/1.1\r\n" + END,
                "TRACE / HTTP/1.1\r\n" + END,
                "GET / HTTP/1.1\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\n" + END,
                "GET / HTTP/1.1\r\n(x): y\r\n" + END,
                "GET / HTTP/1.1\r\nX: " + "a".repeat(17_000) + "\r\n" + END,
                "GET /" + "a".repeat(17_000) + " HTTP/1.1\r\n" + END,
                "POST / HTTP/1.1\r\nContent-Length: x\r\n" + END,
                "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n" + END,
                "POST / HTTP/1.1\r\nTransfer-Encoding: nonsense\r\n" + END,
                "POST /recommendations HTTP/1.1\r\nExpect: nonsense\r\nContent-Length: 0\r\n" + END,
                "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\r\n\r\n");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void rendersAnErrorPage(String request) {
        var answer = sendAndAssertRejected(SITE, request);
        assertThat(answer.head()).contains("Content-Type: text/html");
        assertThat(answer.body()).contains("<h1>", "Request ", "Start page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/%zz", "/api/v1/recommendations/%00"})
    void rendersAProblemDetailForTheApi(String path) {
        var answer = sendAndAssertRejected(SITE, "GET " + path + " HTTP/1.1\r\n" + END);
        assertThat(answer.head()).contains("Content-Type: application/problem+json");
        assertThat(answer.body()).contains("\"status\":400", "\"detail\":\"", "\"requestId\":\"");
    }

    /** The readiness state is the same before the application is ready as while it stops, when the answer is 503. */
    @Test
    void answers400BeforeTheApplicationIsReady(@TempDir Path folder) {
        var response = new AtomicReference<Response>();
        ApplicationListener<ApplicationEvent> listener = event -> {
            if (event instanceof ApplicationStartedEvent started
                    && started.getApplicationContext() instanceof WebServerApplicationContext context) {
                var request = RawHttp.get("/?" + "a".repeat(20_000));
                response.set(RawHttp.send(context.getWebServer().getPort(), request));
            }
        };
        new SpringApplicationBuilder(CertpathApplication.class)
                .listeners(listener)
                .run("--server.port=0", "--CERTPATH_DATA=" + folder)
                .close();

        assertThat(response.get().status()).isEqualTo(400);
    }

    private static Response sendAndAssertRejected(TestApplication site, String request) {
        var answers = new ArrayList<Response>();
        var log = LogCapture.during(() -> answers.add(RawHttp.send(site, request)));
        var answer = answers.get(0);
        assertRejectedWithSecurityHeaders(answer);
        assertThat(log.errors()).isEmpty();
        return answer;
    }

    /** Asserts a 4xx status with security headers and without details of the server. */
    public static void assertRejectedWithSecurityHeaders(Response answer) {
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.head())
                .contains("X-Request-Id: ", "Content-Security-Policy: default-src 'none'; ", "X-Frame-Options: DENY")
                .contains("X-Content-Type-Options: nosniff", "Referrer-Policy: same-origin", "no-store")
                .doesNotContain("Server:", "Set-Cookie");
        assertThat(answer.body()).doesNotContain("Tomcat", "HTTP Status", "Exception", "\tat ");
    }
}
