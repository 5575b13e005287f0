package dev.certpath.outages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApiClient;
import dev.certpath.testsupport.ApplicationProcess;
import dev.certpath.testsupport.H2Server;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.RawHttp;
import dev.certpath.testsupport.TestApplication;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/**
 * The complete log of a process, as lines and as JSON, after requests with personal data in every field, header and
 * address. All of that data contains the word "planted".
 */
@Tag("process")
class LogContentIT {

    private static final String NAME = "Planted Xanthippe";
    private static final String EMAIL = "planted.mail@example.com";
    private static final String NOTE = "planted note";
    private static final String WRONG_PASSWORD = "planted-violin-seventeen";
    private static final String TOO_LONG = "planted".repeat(500);

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String ID = "[0-9A-HJKMNP-TV-Z]{10}";

    @TempDir
    private Path folder;

    @Test
    void logContainsNothingThatUsersTyped() throws IOException {
        var lines = folder.resolve("lines.log");
        try (var database = H2Server.in(folder);
                var process = ApplicationProcess.withFastPasswordHashing(
                        folder,
                        Stream.concat(
                                        Stream.of(database.settings()),
                                        Stream.of("CERTPATH_LOG_FORMAT=ecs", "logging.file.name=" + lines))
                                .toArray(String[]::new))) {
            var site = process.address();
            var address = studentAsksAdvisor(site);
            clientsSendInvalidRequests(site);
            clientsSendMalformedRequests(site.getPort());
            advisorLogsInAndWorks(site, address);
            var loginPage = HttpBrowser.withCookies(site).opens("/login");
            database.stop();
            sendRequestsWithoutDatabase(site, address, loginPage);

            var structured = process.killAndGetOutput();
            Stream.of(structured, Files.readString(lines)).forEach(log -> assertNothingPlanted(address, log));
            assertRequestIdInLines(Files.readString(lines));
            assertEveryLineIsJson(structured);
            assertOnlyExpectedLoggersWarn(structured);
        }
    }

    private static void assertNothingPlanted(String address, String log) {
        assertThat(log).contains("Certpath is ready").doesNotContainIgnoringCase("planted");
        assertThat(log).as("one line for each failure, without stack trace").doesNotContain("ERROR", "\tat ", "\\tat ");
        assertThat(log)
                .doesNotContain(TestApplication.ADMIN_PASSWORD)
                .as("the id is the only key to a recommendation")
                .doesNotContain(address.replaceFirst(".*/", ""));
    }

    private static void assertRequestIdInLines(String lines) {
        assertThat(lines)
                .containsPattern("WARN .* \\[" + ID + "\\] .*DatabaseExceptionHandler .*The database is unavailable");
    }

    private static void assertEveryLineIsJson(String structured) {
        assertThat(structured.lines().map(new JsonMapper()::readTree))
                .allSatisfy(line -> assertThat(line.path("ecs").has("version")).isTrue())
                .anySatisfy(line -> {
                    assertThat(line.path("message").asString()).startsWith("The database is unavailable");
                    assertThat(line.path("requestId").asString()).matches(ID);
                });
    }

    /**
     * Warnings come from the application and from the connection pool, which reports broken connections. Flyway warns
     * at every start that it was not tested with this version of H2.
     */
    private static void assertOnlyExpectedLoggersWarn(String structured) {
        var loggers = structured
                .lines()
                .map(new JsonMapper()::readTree)
                .map(line -> line.path("log"))
                .filter(log -> log.path("level").asString().equals("WARN"))
                .map(log -> log.path("logger").asString());
        assertThat(loggers)
                .contains("dev.certpath.infrastructure.DatabaseExceptionHandler")
                .allMatch(logger -> Stream.of("dev.certpath.", "com.zaxxer.hikari.", "org.flywaydb.")
                        .anyMatch(logger::startsWith));
    }

    private static String studentAsksAdvisor(URI site) {
        var student = HttpBrowser.withCookies(site)
                .opens("/questionnaire/check?employerCloud=aws&targetIndustry=retail&roleFocus=mlops"
                        + "&mlBackground=expert&email=" + EMAIL)
                .presses("Get my recommendation");
        var address = URI.create(student.html().location()).getPath();
        for (var fields : Stream.of(
                        Map.of("name", NAME, "email", "planted at nowhere", "note", NOTE),
                        Map.of("name", TOO_LONG, "email", TOO_LONG, "note", TOO_LONG),
                        Map.of("name", "planted\u0000", "email", EMAIL, "note", "planted\u0001"),
                        Map.of("name", NAME, "email", EMAIL, "note", NOTE))
                .toList()) {
            student.postsWithoutRedirect(address + "/ask", fields);
        }
        student.opens(address).sees("Withdraw my contact");
        new ApiClient(site)
                .sends(
                        "POST",
                        address + "/ask",
                        BodyPublishers.ofString("name=planted&email=" + EMAIL),
                        "Content-Type",
                        FORM,
                        "Sec-Fetch-Site",
                        "cross-site");
        return address;
    }

    private static void clientsSendInvalidRequests(URI site) {
        var api = new ApiClient(site);
        Stream.of(
                        "{\"employerCloud\":[\"" + EMAIL + "\"]}",
                        "{\"employerCloud\":[\"" + EMAIL,
                        "{\"" + EMAIL + "\":\"planted\",\"" + EMAIL + "\":1}",
                        "{\"targetIndustry\":" + "[".repeat(2_000) + "\"planted\"",
                        "{\"asOf\":\"" + EMAIL + "\"}",
                        "planted",
                        "{\"name\":\"" + TOO_LONG.repeat(10) + "\"}")
                .forEach(body -> {
                    api.posts("/api/v1/recommendations", body, "Idempotency-Key", EMAIL);
                    api.posts("/api/v1/preview", body);
                });
        api.sends("POST", "/api/v1/preview", BodyPublishers.ofString(EMAIL), "Content-Type", "text/planted");
        api.sends("PLANTED", "/api/v1/preview", BodyPublishers.noBody());
        api.gets("/api/v1/recommendations/" + EMAIL, "Accept", "text/planted");
    }

    private static void clientsSendMalformedRequests(int port) {
        Stream.of(
                        RawHttp.get("/%zz?email=" + EMAIL),
                        RawHttp.get("/?email=" + EMAIL + "&x=%zz"),
                        RawHttp.get("/" + EMAIL + "\u0000"),
                        RawHttp.get("/guide;planted=" + EMAIL),
                        RawHttp.get("/planted{"),
                        RawHttp.get("/?planted=%zz"),
                        RawHttp.get("/planted;x=%"),
                        RawHttp.form("/recommendations", "planted=planted"),
                        "planted / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                        "GET / HTTP/1.1\r\nHost: planted{\r\nConnection: close\r\n\r\n",
                        "GET / HTTP/1.1\r\nHost: localhost\r\nCookie: planted=\"\u0001\r\n"
                                + "planted planted: x\r\nConnection: close\r\n\r\n",
                        "GET / HTTP/1.1\r\nHost: localhost\r\nCookie: planted planted=[" + EMAIL
                                + "\r\nConnection: close\r\n\r\n",
                        RawHttp.get("/assets/WEB-INF/planted"),
                        RawHttp.get("/assets/url:" + EMAIL),
                        RawHttp.get("//" + EMAIL),
                        RawHttp.form("/recommendations", "email=" + EMAIL + "&x=%zz"),
                        RawHttp.form("/recommendations", "email=" + TOO_LONG.repeat(30)),
                        "GET / HTTP/1.1\r\nHost: planted host\r\nConnection: close\r\n\r\n",
                        "GET / HTTP/1.1\r\n(planted): " + EMAIL + "\r\nHost: localhost\r\nConnection: close\r\n\r\n",
                        "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: " + EMAIL
                                + "=\u0001\r\n\r\n",
                        "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nX: " + TOO_LONG.repeat(6)
                                + "\r\n\r\n",
                        "planted@line " + EMAIL + "\r\n\r\n")
                .forEach(request -> RawHttp.send(port, request));
    }

    private static void advisorLogsInAndWorks(URI site, String address) {
        var advisor = HttpBrowser.withCookies(site);
        advisor.opens("/login?username=admin&password=" + WRONG_PASSWORD);
        advisor.opens("/advisor?q=" + EMAIL);
        advisor.postsWithoutRedirect("/login", Map.of("username", "admin", "password", WRONG_PASSWORD));
        advisor.logsIn("admin", WRONG_PASSWORD);
        advisor.logsIn(WRONG_PASSWORD, WRONG_PASSWORD);
        advisor.logsIn(TOO_LONG, TOO_LONG);
        IntStream.range(0, 7).forEach(number -> advisor.logsIn("planted-user", WRONG_PASSWORD));
        advisor.logsIn("admin", TestApplication.ADMIN_PASSWORD).isLoggedInAs("admin");
        workOnCase(advisor, address);
        advisor.opens("/advisor/password")
                .types("Current password", WRONG_PASSWORD)
                .types("New password", WRONG_PASSWORD)
                .types("Repeat the new password", WRONG_PASSWORD)
                .presses("Change password");
    }

    private static void workOnCase(HttpBrowser advisor, String address) {
        var casePage = address.replace("/recommendations/", "/advisor/cases/");
        advisor.opens("/advisor?view=all&q=" + EMAIL);
        advisor.opens("/advisor/cases.csv?view=all&q=planted&why=planted");
        advisor.opens(casePage)
                .types("New note", NOTE)
                .presses("Add note")
                .gets(200)
                .sees(NOTE);
        advisor.types("New note", TOO_LONG).presses("Add note").gets(400);
        advisor.postsWithoutRedirect(casePage, Map.of("move", "note", "note", NOTE, "version", "planted"));
        advisor.postsWithoutRedirect(casePage, Map.of("move", "planted", "_csrf", "planted"));
    }

    private static void sendRequestsWithoutDatabase(URI site, String address, HttpBrowser loginPage) {
        clientsSendInvalidRequests(site);
        loginPage
                .types("Name", "admin")
                .types("Password", WRONG_PASSWORD)
                .presses("Log in")
                .gets(503);
        var anonymous = HttpBrowser.withCookies(site);
        anonymous
                .postsWithoutRedirect(address + "/ask", Map.of("name", NAME, "email", EMAIL, "note", NOTE))
                .gets(503);
        anonymous.opens(address).gets(503);
        anonymous
                .postsWithoutRedirect("/login", Map.of("username", "admin", "password", TestApplication.ADMIN_PASSWORD))
                .gets(503);
        anonymous.opens("/advisor?q=" + EMAIL);
    }
}
