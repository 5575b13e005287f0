package dev.certpath.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApiClient.Response;
import dev.certpath.testsupport.TestApplication;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Security and caching headers of all responses. */
class SecurityHeadersTest {

    private static final TestApplication SITE = TestApplication.shared();

    private static final String ANSWERS = "employerCloud=aws&targetIndustry=retail&roleFocus=mlops&mlBackground=expert";

    static Stream<String> pages() {
        return Stream.of(
                "/",
                "/guide",
                "/questionnaire/employer-cloud",
                "/questionnaire/employer-cloud?continue=",
                "/questionnaire/role-focus?roleFocus=dentist",
                "/questionnaire/check",
                "/questionnaire/check?" + ANSWERS,
                "/questionnaire/nothing",
                "/recommendations/unknown",
                "/no/such/page",
                "/error",
                "/api/v1/guide",
                "/api/v1/recommendations/unknown",
                "/api/nothing",
                "/actuator/health",
                "/actuator/env",
                savePage(),
                savePage() + "/plan.ics",
                sharedPage(),
                "/api/v1" + sharedPage());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyResponseHasSecurityHeaders(String address) {
        var reply = SITE.api().gets(address);
        assertThat(reply.header("Content-Security-Policy"))
                .contains("default-src 'none'", "style-src 'self'", "script-src 'self'", "img-src 'self' data:")
                .contains("form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(reply.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(reply.header("Referrer-Policy")).isEqualTo("same-origin");
        assertThat(reply.header("Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(reply.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(reply.header("Permissions-Policy")).contains("camera=()", "geolocation=()");
        // The guide is the same for everyone, and its ETag is of use to caches only if they may keep it.
        assertThat(reply.header("Cache-Control")).contains(address.equals("/api/v1/guide") ? "no-cache" : "no-store");
        assertThat(reply.header("Set-Cookie")).isEmpty();
        assertThat(reply.header("Server")).isEmpty();
        assertThat(reply.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void onlyRecommendationsAreNoindex() {
        assertThat(robots(savePage())).isEqualTo("noindex");
        assertThat(robots(sharedPage())).isEqualTo("noindex");
        assertThat(robots("/")).isEmpty();
        assertThat(robots("/guide")).isEmpty();
    }

    /** Calendars and JSON have no HTML that could say it. */
    @Test
    void everyRepresentationOfARecommendationIsNoindex() {
        Stream.of(savePage(), sharedPage())
                .flatMap(page -> Stream.of(page, page + "/plan.ics", "/api/v1" + page))
                .forEach(address -> assertThat(SITE.api().gets(address).header("X-Robots-Tag"))
                        .as(address)
                        .isEqualTo("noindex"));
        Stream.of("/", "/guide", "/api/v1/guide")
                .forEach(address -> assertThat(SITE.api().gets(address).header("X-Robots-Tag"))
                        .as(address)
                        .isEmpty());
    }

    @Test
    void staticFilesAreVersionedAndCachedForAYear() {
        var page = SITE.student().opens("/").page();
        var files = Stream.concat(
                        page.html().select("link[href]").eachAttr("href").stream(),
                        page.html().select("script[src]").eachAttr("src").stream())
                .toList();
        assertThat(files).hasSize(3).allSatisfy(file -> {
            assertThat(file).matches("/assets/.*-[0-9a-f]{32}\\.(css|js|svg)");
            Response reply = SITE.api().gets(file);
            assertThat(reply.status()).as(file).isEqualTo(200);
            assertThat(reply.header("Cache-Control")).as(file).contains("max-age=31536000");
            assertThat(reply.header("Set-Cookie")).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/no/such/page",
                "/recommendations/unknown/more",
                "/questionnaire",
                "/h2-console",
                "/actuator",
                "/actuator/env",
                "/actuator/heapdump",
                "/application.yaml",
                "/assets/css/",
                "/WEB-INF/web.xml",
                "/swagger-ui.html",
                "/.env"
            })
    void answersUnknownUrlsWith404WithoutRedirect(String address) {
        var student = SITE.student().opens(address).gets(404).seesHeading("Page not found");
        assertThat(student.responses()).as("responses without redirects").hasSize(1);
    }

    @Test
    void healthIsPublicWithoutDetails() {
        var health = SITE.api().gets("/actuator/health");
        assertThat(health.status()).isEqualTo(200);
        assertThat(health.json().propertyNames()).containsOnly("status", "groups");
        assertThat(SITE.api().gets("/actuator/health/liveness").status()).isEqualTo(200);
        assertThat(SITE.api().gets("/actuator/health/readiness").status()).isEqualTo(200);
    }

    private static String robots(String address) {
        return SITE.student()
                .opens(address)
                .page()
                .html()
                .select("meta[name=robots]")
                .attr("content");
    }

    private static String sharedPage() {
        var url = SITE.api().gets("/api/v1" + savePage()).json().get("shareUrl");
        return SITE.removeAddress(url.stringValue());
    }

    private static String savePage() {
        return SITE.student()
                .opens("/questionnaire/check?" + ANSWERS)
                .presses("Get my recommendation")
                .page()
                .address();
    }
}
