package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.RawHttp;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Under a context path, every address that the application makes carries it. */
class ContextPathTest {

    private static final String PREFIX = "/certs";
    private static final String ANSWERS = "employerCloud=aws&targetIndustry=retail&roleFocus=mlops&mlBackground=expert";
    private static final String BODY = """
            {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"expert"}""";
    private static final int MAX_PAGES = 150;

    private static TestApplication site;

    @BeforeAll
    static void start(@TempDir Path folder) {
        site = TestApplication.on(folder, "server.servlet.context-path=" + PREFIX);
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void everyLinkFormAndFileOfEveryPageCarriesThePrefix() {
        var page = HttpBrowser.withoutCookies(site.address())
                .opens(PREFIX + "/questionnaire/check?" + ANSWERS)
                .presses("Get my recommendation")
                .page()
                .address();
        assertThat(page).startsWith(PREFIX + "/recommendations/");
        var advisor = HttpBrowser.withCookies(site.address())
                .opens(PREFIX + "/advisor/insights")
                .submitsLogin("admin", TestApplication.ADMIN_PASSWORD)
                .isOn(PREFIX + "/advisor/insights");
        var visited = crawl(
                advisor,
                Stream.of("/", "/questionnaire/check?" + ANSWERS, "/advisor", "/no/such/page")
                        .map(path -> PREFIX + path)
                        .toList(),
                List.of(page, page.replace("/recommendations/", "/advisor/cases/")));
        assertThat(visited)
                .contains(
                        PREFIX + "/guide",
                        PREFIX + "/advisor/accounts",
                        PREFIX + "/advisor/password",
                        page + "/plan.ics");
        assertThat(advisor.responses())
                .allSatisfy(response -> assertThat(response.headers().allValues("Location"))
                        .allSatisfy(location -> assertThat(location).startsWith(PREFIX + "/")));
    }

    @Test
    void formsOfThePagesWorkUnderThePrefix() {
        var advisor = HttpBrowser.withCookies(site.address())
                .opens(PREFIX + "/login")
                .submitsLogin("admin", TestApplication.ADMIN_PASSWORD)
                .isOn(PREFIX + "/advisor");
        assertThat(advisor.responses())
                .flatExtracting(response -> response.headers().allValues("Set-Cookie"))
                .isNotEmpty()
                .allSatisfy(cookie -> assertThat(cookie).contains("Path=" + PREFIX));
        advisor.presses("Log out admin").isOn(PREFIX + "/login?out");
        advisor.submitsLogin("admin", "not the right password").isOn(PREFIX + "/login?wrong");
    }

    @Test
    void theApiAnswersUnderThePrefix() {
        var saved = site.api().posts(PREFIX + "/api/v1/recommendations", BODY);
        var id = saved.json().get("id").stringValue();
        assertThat(saved.header("Location")).isEqualTo(site.address() + PREFIX + "/api/v1/recommendations/" + id);
        assertThat(saved.json().get("url").stringValue()).isEqualTo(site.address() + PREFIX + "/recommendations/" + id);
        var problem = site.api().gets(PREFIX + "/api/v1/recommendations/unknown");
        assertThat(problem.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(problem.json().get("instance").stringValue()).isEqualTo(PREFIX + "/api/v1/recommendations/unknown");
        var pasted = site.api().gets(PREFIX + "/recommendations/" + id + ".");
        assertThat(pasted.header("Location")).isEqualTo(PREFIX + "/recommendations/" + id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET " + PREFIX + "/api/%zz", "POST " + PREFIX + "/api/v1/preview"})
    void requestsThatTomcatRejectsGetAProblemUnderTheApi(String request) {
        var response = RawHttp.send(
                site, request + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: x\r\n\r\n");
        assertThat(response.head()).startsWith("HTTP/1.1 400").contains("application/problem+json");
    }

    @Test
    void requestsThatTomcatRejectsLinkTheStartPage() {
        var response = RawHttp.send(site, RawHttp.get(PREFIX + "/%zz"));
        assertThat(response.status()).isEqualTo(400);
        assertThat(response.body()).contains("href=\"" + PREFIX + "/\"");
    }

    /** Opens the start pages and everything that they link, and asserts that it carries the prefix. */
    private static Set<String> crawl(HttpBrowser browser, List<String> start, List<String> more) {
        var queue = new ArrayDeque<>(start);
        queue.addAll(more);
        var visited = new LinkedHashSet<String>();
        while (!queue.isEmpty() && visited.size() < MAX_PAGES) {
            var address = queue.remove();
            if (visited.add(address)) {
                browser.opens(address);
                assertThat(browser.page().status())
                        .as(address)
                        .isEqualTo(address.endsWith("/no/such/page") ? 404 : 200);
                assertThat(addresses(browser, "[href], [src], [action]"))
                        .as("on %s", address)
                        .allMatch(found -> found.startsWith(PREFIX + "/"));
                queue.addAll(addresses(browser, "[href], [src], form[action]:not([method=post])"));
            }
        }
        return visited;
    }

    private static List<String> addresses(HttpBrowser browser, String selector) {
        var page = browser.page().response().uri();
        return browser.html().select(selector).stream()
                .flatMap(element -> Stream.of("href", "src", "action")
                        .filter(element::hasAttr)
                        .map(element::attr))
                .filter(address -> !address.isEmpty() && !address.startsWith("#"))
                .map(page::resolve)
                .filter(address -> page.getAuthority().equals(address.getAuthority()))
                .map(address ->
                        address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()))
                .distinct()
                .toList();
    }
}
