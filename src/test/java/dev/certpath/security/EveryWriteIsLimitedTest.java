package dev.certpath.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.certpath.testsupport.RawHttp;
import dev.certpath.testsupport.RawHttp.Response;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Whoever is not logged in can't write to the database without limit: not by any handler, and not with any session cookie.
 */
class EveryWriteIsLimitedTest {

    private static final int LIMIT = 3;

    /** More than the limits, and few enough that no limit refills while they are sent. */
    private static final int ATTEMPTS = LIMIT + 3;

    private static final String PROXY = "127.0.0.1";
    private static final AtomicInteger NEXT_CLIENT = new AtomicInteger();

    private static TestApplication site;
    private static Map<String, String> cookies;

    @BeforeAll
    static void start(@TempDir Path folder) {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "needs further addresses of this machine");
        site = TestApplication.on(
                folder,
                "CERTPATH_RATE_LIMIT=on",
                "certpath.trusted-proxies=" + PROXY,
                "certpath.limits.save=" + LIMIT,
                "certpath.limits.preview=" + LIMIT,
                "certpath.limits.login=" + LIMIT,
                "certpath.limits.anonymous=" + LIMIT);
        cookies = new LinkedHashMap<>();
        cookies.put("no cookie", "");
        cookies.put("a made-up session", "Cookie: certpath=" + "A".repeat(43) + "\r\n");
        cookies.put("an anonymous session", "Cookie: " + sessionOf("127.1.0.1") + "\r\n");
        cookies.put("an expired session", "Cookie: " + sessionOf("127.1.0.2") + "\r\n");
        site.update("delete from sessions where session_id = (select max(session_id) from sessions)");
    }

    @AfterAll
    static void stop() {
        if (site != null) {
            site.close();
        }
    }

    static Stream<Arguments> writes() {
        var handlers = site.beans(RequestMappingHandlerMapping.class)
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(handler -> handler.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .filter(method -> !method.equals("GET"))
                        .flatMap(method -> handler.getPatternValues().stream().map(path -> method + " " + path)));
        return Stream.concat(
                        handlers,
                        Stream.of(
                                "POST /login",
                                "POST /logout",
                                "POST /login/webauthn",
                                "POST /webauthn/authenticate/options",
                                "POST /webauthn/register",
                                "POST /webauthn/register/options",
                                "GET /login",
                                "GET /advisor/cases/{id}"))
                .distinct()
                .sorted()
                .flatMap(write -> cookies.keySet().stream().map(cookie -> arguments(write, cookie)));
    }

    @ParameterizedTest(name = "{0} with {1}")
    @MethodSource("writes")
    void everyWriteIsLimitedWithAnySessionCookie(String write, String cookie) {
        var client = nextClient();
        int sessions = site.count("sessions");
        var statuses = Stream.generate(
                        () -> send(client, write, cookies.get(cookie)).status())
                .limit(ATTEMPTS)
                .toList();
        assertThat(statuses.subList(0, LIMIT)).as("within the limit").doesNotContain(429);
        assertThat(statuses.subList(LIMIT, ATTEMPTS)).as("above the limit").containsOnly(429);
        assertThat(site.count("sessions")).isLessThanOrEqualTo(sessions + LIMIT);
    }

    @ParameterizedTest(name = "{0} with {1}")
    @MethodSource("writes")
    void aPageOfAnotherSiteUsesUpNoLimitOfItsVisitor(String write, String cookie) {
        var client = nextClient();
        var foreign = write.startsWith("GET")
                ? "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Dest: image\r\n"
                : "Origin: https://elsewhere.example\r\n";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            assertThat(send(client, write, cookies.get(cookie) + foreign).status())
                    .isEqualTo(403);
        }
        assertThat(send(client, write, cookies.get(cookie)).status()).isNotEqualTo(429);
    }

    /** Each form of a case is kept for the time after the login, one for each session. */
    @Test
    void manyLargeFormsLeaveTheDatabaseSmall() {
        var client = nextClient();
        var form = "_csrf=x&note=" + "n".repeat(9_900);
        long before = storedBytes();
        for (var headers : cookies.values()) {
            for (int number = 0; number < 100; number++) {
                post(client, "/advisor/cases/x", headers, form);
            }
        }
        assertThat(storedBytes() - before).isLessThan((LIMIT + 1) * 15_000L);
    }

    @ParameterizedTest(name = "{0} and {1} are one client: {2}")
    @CsvSource({
        "2001:db8:0:1::1, 2001:db8:0:1:ffff:ffff:ffff:ffff, true",
        "2001:db8:0:1::1, 2001:db8:0:2::1, false",
        "192.0.2.1, ::ffff:192.0.2.1, true",
        "192.0.2.7, 192.0.2.8, false",
        "198.51.100.1, '198.51.100.2, 198.51.100.1', true",
    })
    void countsIpv6ByBlockAndIpv4ByAddress(String first, String second, boolean isSameClient) {
        String path = "/recommendations/" + NEXT_CLIENT.incrementAndGet() + "/delete";
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            post(PROXY, path, "X-Forwarded-For: " + first + "\r\n", "");
        }
        var status =
                post(PROXY, path, "X-Forwarded-For: " + second + "\r\n", "").status();
        assertThat(status == 429).isEqualTo(isSameClient);
    }

    private static long storedBytes() {
        return site.bean(JdbcClient.class)
                .sql("select coalesce(sum(octet_length(attribute_bytes)), 0) from sessions_attributes")
                .query(Long.class)
                .single();
    }

    private static Response send(String client, String write, String headers) {
        var parts = write.split(" ");
        var path = parts[1].replace("{id}", "7q4kx2m9pa7q4kx2m9pa7q4kx2").replaceAll("\\{[a-z]+}", "x");
        return parts[0].equals("GET")
                ? RawHttp.send(
                        site,
                        client,
                        "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n")
                : request(parts[0], client, path, headers, "a=b");
    }

    private static Response post(String client, String path, String headers, String fields) {
        return request("POST", client, path, headers, fields);
    }

    private static Response request(String method, String client, String path, String headers, String fields) {
        return RawHttp.send(
                site,
                client,
                method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers
                        + "Content-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: " + fields.length() + "\r\n\r\n" + fields);
    }

    private static String sessionOf(String client) {
        var login = RawHttp.send(site, client, RawHttp.get("/login"));
        return login.head().replaceAll("(?s).*Set-Cookie: (certpath=[^;]+).*", "$1");
    }

    private static String nextClient() {
        int number = NEXT_CLIENT.incrementAndGet();
        return "127.2." + number / 250 + "." + (1 + number % 250);
    }
}
