package dev.certpath.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.certpath.testsupport.RawHttp;
import dev.certpath.testsupport.RawHttp.Response;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code X-Forwarded-*} headers are believed only if one of {@code CERTPATH_TRUSTED_PROXIES} sends them. */
class ForwardedHeadersTest {

    private static final String PROXY = "127.0.0.1";
    private static final String IN_TRUSTED_NETWORK = "127.0.7.9";
    private static final String UNTRUSTED = "127.0.0.2";

    private static TestApplication site;

    @BeforeAll
    static void start(@TempDir Path folder) {
        site = TestApplication.on(folder, "certpath.trusted-proxies= 127.0.0.1 ,127.0.7.0/24,2001:db8::/32,::1");
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @ParameterizedTest
    @CsvSource({
        PROXY + ", true",
        IN_TRUSTED_NETWORK + ", true",
        UNTRUSTED + ", false",
    })
    void onlyTrustedProxiesSetSchemeHostAndPrefix(String client, boolean believed) {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "needs further addresses of this machine");
        var headers = "X-Forwarded-Proto: https\r\nX-Forwarded-Host: uni.example\r\nX-Forwarded-Prefix: /certs\r\n";
        var login = send(client, "GET /login", headers);
        assertThat(login.status()).isEqualTo(200);
        assertThat(login.head().contains("Strict-Transport-Security: max-age=31536000"))
                .isEqualTo(believed);
        assertThat(login.head().contains("; Path=/certs; Secure; HttpOnly; SameSite=Lax"))
                .as(login.head())
                .isEqualTo(believed);
        assertThat(login.body().contains("href=\"/certs/")).isEqualTo(believed);
        var calendar = send(client, "GET /advisor", headers);
        assertThat(calendar.head()).contains("Location: " + (believed ? "/certs" : "") + "/login");
    }

    /** The headers of a client pass through a proxy that appends to them or does not know them. */
    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-Host: uni.example, https://uni.example, 303",
        "X-Forwarded-Host: uni.example:443, https://uni.example, 303",
        "X-Forwarded-Host: uni.example:8443, https://uni.example:8443, 303",
        "X-Forwarded-Host: uni.example, http://uni.example, 303",
        "X-Forwarded-Host: uni.example, https://evil.example, 403",
        "X-Forwarded-Host: uni.example, https://uni.example:8443, 403",
    })
    void trustedProxiesSetTheOwnOrigin(String header, String origin, int status) {
        assertThat(submit(PROXY, header + "\r\nOrigin: " + origin + "\r\n").status())
                .isEqualTo(status);
        assertThat(submit(UNTRUSTED, header + "\r\nOrigin: " + origin + "\r\n").status())
                .as("from a client that is no proxy")
                .isEqualTo(403);
    }

    @Test
    void trustedProxiesSetPortAndEncryptionOfTheOwnOrigin() {
        var forwarded = "X-Forwarded-Host: uni.example\r\nX-Forwarded-Proto: https\r\n";
        assertThat(submit(PROXY, forwarded + "X-Forwarded-Port: 8443\r\nOrigin: https://uni.example:8443\r\n")
                        .status())
                .isEqualTo(303);
        assertThat(submit(PROXY, forwarded + "Origin: http://uni.example\r\n").status())
                .as("another scheme")
                .isEqualTo(403);
    }

    @Test
    void absoluteUrlsFollowTheHostThatATrustedProxyNames() {
        var headers = "X-Forwarded-Proto: https\r\nX-Forwarded-Host: uni.example\r\nX-Forwarded-Prefix: /certs\r\n";
        var page = "/recommendations/"
                + submit(PROXY, headers)
                        .head()
                        .replaceAll("(?s).*Location: /certs/recommendations/([0-9a-z]+).*", "$1");
        assertThat(send(PROXY, "GET " + page + "/plan.ics", headers).body().replace("\r\n ", ""))
                .contains("https://uni.example/certs" + page);
        assertThat(send(UNTRUSTED, "GET " + page + "/plan.ics", headers).body().replace("\r\n ", ""))
                .contains("http://localhost" + page);
    }

    @Test
    void errorsOfAPrefixedRequestCarryThePrefix() {
        var missing = send(PROXY, "GET /no/such/page", "X-Forwarded-Prefix: /certs\r\n");
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.body()).contains("href=\"/certs/\"").doesNotContain("href=\"/\"");
        var problem = send(PROXY, "GET /api/nothing", "X-Forwarded-Prefix: /certs\r\n");
        assertThat(problem.head()).contains("application/problem+json");
        assertThat(problem.body()).contains("\"instance\":\"/certs/api/nothing\"");
    }

    static Stream<String> prefixesThatAreNoPath() {
        return Stream.of(
                "//evil.example", "/a//evil.example", "https://evil.example", "/a b", "certs", "/", "/a".repeat(6_000));
    }

    @ParameterizedTest
    @MethodSource("prefixesThatAreNoPath")
    void ignoresPrefixThatIsNoPath(String prefix) {
        var page = send(PROXY, "GET /", "X-Forwarded-Prefix: " + prefix + "\r\n");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).doesNotContain("evil.example", "/certs/");
        assertThat(send(PROXY, "GET /guide.", "X-Forwarded-Prefix: " + prefix + "\r\n")
                        .head())
                .contains("Location: /guide");
    }

    @Test
    void logoutClearsDataOfTheBrowserWithTls() {
        var advisor = site.advisor().opens("/advisor");
        var token = advisor.csrfToken();
        advisor.posts("/logout", Map.of("_csrf", List.of(token)), "X-Forwarded-Proto", "https");
        assertThat(advisor.responses())
                .anySatisfy(response -> assertThat(response.headers().firstValue("Clear-Site-Data"))
                        .contains("\"cache\", \"storage\""));
    }

    @Test
    void ignoresForwardedHeadersByDefault() {
        var login = TestApplication.shared().api().gets("/login", "X-Forwarded-Proto", "https");
        assertThat(login.status()).isEqualTo(200);
        assertThat(login.header("Strict-Transport-Security")).isEmpty();
        assertThat(login.header("Set-Cookie")).doesNotContain("Secure").contains("HttpOnly", "SameSite=Lax");
        var elsewhere = TestApplication.shared().api().gets("/advisor", "X-Forwarded-Host", "elsewhere.example");
        assertThat(elsewhere.header("Location")).doesNotContain("elsewhere");
    }

    private static Response submit(String client, String headers) {
        var fields = "employerCloud=aws&targetIndustry=retail&roleFocus=mlops&mlBackground=expert";
        return RawHttp.send(
                site,
                client,
                "POST /recommendations HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers
                        + "Content-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: " + fields.length() + "\r\n\r\n" + fields);
    }

    private static Response send(String client, String methodAndAddress, String headers) {
        return RawHttp.send(
                site,
                client,
                methodAndAddress + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n");
    }
}
