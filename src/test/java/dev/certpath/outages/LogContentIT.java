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
 * The whole log, once as lines and once structured, of a process in which people say who they are, in every place where
 * they can and in many where they should not. Whatever is planted there has the word "planted" in it.
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
    void holdsNothingThatPeopleTyped() throws IOException {
        var lines = folder.resolve("lines.log");
        try (var database = H2Server.in(folder);
                var process = ApplicationProcess.withFastPasswordHashing(
                        folder,
                        Stream.concat(
                                        Stream.of(database.settings()),
                                        Stream.of("CERTPATH_LOG_FORMAT=ecs", "logging.file.name=" + lines))
                                .toArray(String[]::new))) {
            var site = process.address();
            var address = theStudentSaysWhoTheyAre(site);
            programsSendNonsense(site);
            theServerRefuses(site.getPort());
            theAdvisorLogsIn(site, address);
            var atTheLogin = HttpBrowser.withCookies(site).opens("/login");
            database.stop();
            theSameAgainInVain(site, address, atTheLogin);

            var structured = process.killAndGetOutput();
            Stream.of(structured, Files.readString(lines)).forEach(log -> holdsNothingOf(address, log));
            theLastLineTellsOfItsRequest(Files.readString(lines));
            everyLineIsADocument(structured);
            weAndTheDatabaseAloneWarn(structured);
        }
    }

    private static void holdsNothingOf(String address, String log) {
        assertThat(log).contains("Certpath is ready").doesNotContainIgnoringCase("planted");
        assertThat(log).as("a line for each failure will do").doesNotContain("ERROR", "\tat ", "\\tat ");
        assertThat(log)
                .doesNotContain(TestApplication.ADMIN_PASSWORD)
                .as("the only key to a recommendation")
                .doesNotContain(address.replaceFirst(".*/", ""));
    }

    private static void theLastLineTellsOfItsRequest(String lines) {
        assertThat(lines)
                .containsPattern("WARN .* \\[" + ID + "\\] .*DatabaseUnavailableHandler .*The database is unavailable");
    }

    private static void everyLineIsADocument(String structured) {
        assertThat(structured.lines().map(new JsonMapper()::readTree))
                .allSatisfy(line -> assertThat(line.path("ecs").has("version")).isTrue())
                .anySatisfy(line -> {
                    assertThat(line.path("message").asString()).startsWith("The database is unavailable");
                    assertThat(line.path("requestId").asString()).matches(ID);
                });
    }

    /**
     * What others warn of, nobody here can do anything about: a newer H2 than Flyway was tried with, every time. A
     * connection that broke is the pool's to tell of.
     */
    private static void weAndTheDatabaseAloneWarn(String structured) {
        var loggers = structured
                .lines()
                .map(new JsonMapper()::readTree)
                .map(line -> line.path("log"))
                .filter(log -> log.path("level").asString().equals("WARN"))
                .map(log -> log.path("logger").asString());
        assertThat(loggers)
                .contains("dev.certpath.infrastructure.DatabaseUnavailableHandler")
                .allMatch(logger -> Stream.of("dev.certpath.", "com.zaxxer.hikari.", "org.flywaydb.")
                        .anyMatch(logger::startsWith));
    }

    private static String theStudentSaysWhoTheyAre(URI site) {
        var student = HttpBrowser.withCookies(site)
                .opens("/questionnaire/check?employerCloud=aws&targetIndustry=retail&roleFocus=mlops"
                        + "&mlBackground=expert&email=" + EMAIL)
                .presses("Get my recommendation");
        var address = URI.create(student.html().location()).getPath();
        for (var asking : Stream.of(
                        Map.of("name", NAME, "email", "planted at nowhere", "note", NOTE),
                        Map.of("name", TOO_LONG, "email", TOO_LONG, "note", TOO_LONG),
                        Map.of("name", "planted\u0000", "email", EMAIL, "note", "planted\u0001"),
                        Map.of("name", NAME, "email", EMAIL, "note", NOTE))
                .toList()) {
            student.postsWithoutRedirect(address + "/ask", asking);
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

    private static void programsSendNonsense(URI site) {
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

    private static void theServerRefuses(int port) {
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

    private static void theAdvisorLogsIn(URI site, String address) {
        var advisor = HttpBrowser.withCookies(site);
        advisor.opens("/login?username=admin&password=" + WRONG_PASSWORD);
        advisor.opens("/advisor?q=" + EMAIL);
        advisor.postsWithoutRedirect("/login", Map.of("username", "admin", "password", WRONG_PASSWORD));
        logsIn(advisor, "admin", WRONG_PASSWORD);
        logsIn(advisor, WRONG_PASSWORD, WRONG_PASSWORD);
        logsIn(advisor, TOO_LONG, TOO_LONG);
        IntStream.range(0, 7).forEach(number -> logsIn(advisor, "planted-user", WRONG_PASSWORD));
        logsIn(advisor, "admin", TestApplication.ADMIN_PASSWORD).isLoggedInAs("admin");
        worksOn(advisor, address);
        advisor.opens("/advisor/password")
                .types("Current password", WRONG_PASSWORD)
                .types("New password", WRONG_PASSWORD)
                .types("Repeat the new password", WRONG_PASSWORD)
                .presses("Change password");
    }

    private static void worksOn(HttpBrowser advisor, String address) {
        var here = address.replace("/recommendations/", "/advisor/cases/");
        advisor.opens("/advisor?view=all&q=" + EMAIL);
        advisor.opens("/advisor/cases.csv?view=all&q=planted&why=planted");
        advisor.opens(here)
                .types("New note", NOTE)
                .presses("Add note")
                .gets(200)
                .sees(NOTE);
        advisor.types("New note", TOO_LONG).presses("Add note").gets(400);
        advisor.postsWithoutRedirect(here, Map.of("move", "note", "note", NOTE, "version", "planted"));
        advisor.postsWithoutRedirect(here, Map.of("move", "planted", "_csrf", "planted"));
    }

    private static void theSameAgainInVain(URI site, String address, HttpBrowser atTheLogin) {
        programsSendNonsense(site);
        atTheLogin
                .types("Name", "admin")
                .types("Password", WRONG_PASSWORD)
                .presses("Log in")
                .gets(503);
        var stranger = HttpBrowser.withCookies(site);
        stranger.postsWithoutRedirect(address + "/ask", Map.of("name", NAME, "email", EMAIL, "note", NOTE))
                .gets(503);
        stranger.opens(address).gets(503);
        stranger.postsWithoutRedirect("/login", Map.of("username", "admin", "password", TestApplication.ADMIN_PASSWORD))
                .gets(503);
        stranger.opens("/advisor?q=" + EMAIL);
    }

    private static HttpBrowser logsIn(HttpBrowser advisor, String name, String password) {
        return advisor.opens("/login")
                .types("Name", name)
                .types("Password", password)
                .presses("Log in");
    }
}
