package dev.certpath.web.url;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.RawHttp;
import dev.certpath.testsupport.RawHttp.Response;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Absolute URLs, redirects and the check of origins, with and without {@code CERTPATH_URL}. */
class PublicUrlTest {

    private static final String BODY = """
            {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"expert"}""";
    private static final String MADE_UP =
            "Host: evil.example\r\nX-Forwarded-Host: evil.example\r\nForwarded: host=evil.example\r\n";
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-z]+)\"");

    private static TestApplication withUrl;
    private static TestApplication withoutUrl;

    @BeforeAll
    static void start(@TempDir Path first, @TempDir Path second) {
        withUrl = TestApplication.on(first, "certpath.url=https://Certs.example.org/");
        withoutUrl = TestApplication.on(second, "certpath.allowed-hosts=certs.lan,other.lan");
    }

    @AfterAll
    static void stop() {
        withUrl.close();
        withoutUrl.close();
    }

    @Test
    void everyAbsoluteUrlBeginsWithTheConfiguredOne() {
        for (var response : responsesWithAbsoluteUrls(withUrl, MADE_UP)) {
            assertThat(response.head() + response.body())
                    .contains("https://Certs.example.org/")
                    .doesNotContain("evil.example", "localhost");
        }
    }

    @Test
    void withoutAConfiguredUrlNothingFollowsAMadeUpHost() {
        for (var response : responsesWithAbsoluteUrls(withoutUrl, MADE_UP)) {
            assertThat(response.head() + response.body())
                    .contains("http://127.0.0.1:" + withoutUrl.port() + "/")
                    .doesNotContain("evil.example");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:7", "LOCALHOST", "127.0.0.1:8", "certs.lan", "other.lan:9"})
    void withoutAConfiguredUrlAbsoluteUrlsFollowAllowedHosts(String host) {
        for (var response : responsesWithAbsoluteUrls(withoutUrl, "Host: " + host + "\r\n")) {
            assertThat(response.head() + response.body()).contains("http://" + host + "/");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/advisor", "/advisor/cases/7q4kx2m9pa7q4kx2m9pa7q4kx2", "/advisor/accounts"})
    void redirectsNameNoHost(String address) {
        var response = RawHttp.send(withoutUrl, get(address, MADE_UP));
        assertThat(response.head()).contains("Location: /login").doesNotContain("evil.example");
    }

    @Test
    void theLoginLeadsToThePageThatWasAskedForOnTheOwnHost() {
        var advisor = withoutUrl.browser().opens("/advisor/insights?period=all");
        advisor.submitsLogin("admin", TestApplication.ADMIN_PASSWORD).isOn("/advisor/insights?period=all");
        assertThat(advisor.responses())
                .filteredOn(response -> response.statusCode() / 100 == 3)
                .allSatisfy(response -> assertThat(response.headers().firstValue("Location"))
                        .hasValueSatisfying(location -> assertThat(location).startsWith("/")));
    }

    @ParameterizedTest
    @CsvSource({
        "https://certs.example.org, 303",
        "https://certs.example.org:443, 303",
        "HTTPS://CERTS.example.org, 303",
        "http://certs.example.org, 403",
        "https://certs.example.org:8443, 403",
        "https://certs.example.org.evil.example, 403",
        "http://evil.example, 403",
        "http://localhost, 403",
    })
    void theOwnOriginIsThatOfTheConfiguredUrl(String origin, int status) {
        assertThat(RawHttp.send(withUrl, form("Host: evil.example\r\nOrigin: " + origin + "\r\n"))
                        .status())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({
        "uni.example, https://uni.example, 303",
        "uni.example:443, https://uni.example, 303",
        "uni.example, https://uni.example:443, 303",
        "uni.example:80, http://uni.example, 303",
        "UNI.example:8080, http://uni.EXAMPLE:8080, 303",
        "[::1]:8080, http://[::1]:8080, 303",
        "uni.example:8443, https://uni.example, 403",
        "uni.example, https://uni.example:8443, 403",
        "uni.example:443, http://uni.example, 403",
        "uni.example, https://evil.example, 403",
        "uni.example, https://uni.example.evil.example, 403",
        "uni.example, file://, 403",
        "uni.example, chrome-extension://uni.example, 403",
    })
    void withoutAConfiguredUrlTheOwnOriginIsTheHostOfTheRequest(String host, String origin, int status) {
        assertThat(RawHttp.send(withoutUrl, form("Host: " + host + "\r\nOrigin: " + origin + "\r\n"))
                        .status())
                .isEqualTo(status);
    }

    @Test
    void configuredOriginIsWrittenAsBrowsersWriteIt() {
        assertThat(withUrl.bean(PublicUrl.class).configuredOrigin()).hasValue("https://certs.example.org");
        assertThat(withoutUrl.bean(PublicUrl.class).configuredOrigin()).isEmpty();
    }

    private static List<Response> responsesWithAbsoluteUrls(TestApplication site, String headers) {
        var saved = RawHttp.send(
                site,
                "POST /api/v1/recommendations HTTP/1.1\r\n" + headers + "Connection: close\r\n"
                        + "Content-Type: application/json\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY);
        assertThat(saved.status()).as(saved.body()).isEqualTo(201);
        var id = ID.matcher(saved.body()).results().findFirst().orElseThrow().group(1);
        return List.of(
                saved,
                RawHttp.send(site, get("/api/v1/recommendations/" + id, headers)),
                RawHttp.send(site, get("/recommendations/" + id, headers)),
                RawHttp.send(site, get("/recommendations/" + id + "/plan.ics", headers)));
    }

    private static String get(String address, String headers) {
        return "GET " + address + " HTTP/1.1\r\n" + headers + "Connection: close\r\n\r\n";
    }

    private static String form(String headers) {
        var fields = "employerCloud=aws&targetIndustry=retail&roleFocus=mlops&mlBackground=expert";
        return "POST /recommendations HTTP/1.1\r\n" + headers + "Connection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\n"
                + "Content-Length: " + fields.length() + "\r\n\r\n" + fields;
    }
}
