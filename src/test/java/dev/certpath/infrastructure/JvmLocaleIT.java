package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApplicationProcess;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.TestApplication;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages don't depend on the language and the time zone of the JVM, and log lines are in UTC. In Turkish, the lower case of I is not i, which breaks careless code. */
@Tag("process")
class JvmLocaleIT {

    private static final String ANSWERS =
            "?employerCloud=aws&employerCloud=azure&targetIndustry=retail&roleFocus=mlops&mlBackground=practitioner";

    @TempDir
    private Path folder;

    @Test
    void pagesAreTheSameInEnglishAndTurkish() {
        String recommendation;
        Map<String, String> inEnglish;
        try (var process = ApplicationProcess.on(folder, "-Duser.language=en", "-Duser.region=US")) {
            recommendation = newRecommendation(process.address());
            inEnglish = pages(process.address(), recommendation);
        }
        try (var process = ApplicationProcess.on(
                folder, "-Duser.language=tr", "-Duser.region=TR", "-Duser.timezone=Asia/Kathmandu")) {
            var inTurkish = pages(process.address(), recommendation);
            inEnglish.forEach(
                    (page, body) -> assertThat(inTurkish.get(page)).as(page).isEqualTo(body));
            assertThat(process.killAndGetOutput().lines().filter(line -> line.contains("[certpath]")))
                    .isNotEmpty()
                    .allMatch(line -> line.matches("[0-9-]{10}T[0-9:.]{12}Z .*"));
        }
    }

    private static String newRecommendation(URI site) {
        return HttpBrowser.withoutCookies(site)
                .opens("/questionnaire/check" + ANSWERS)
                .presses("Get my recommendation")
                .gets(200)
                .page()
                .address();
    }

    private static Map<String, String> pages(URI site, String recommendation) {
        var pages = new LinkedHashMap<String, String>();
        var student = HttpBrowser.withoutCookies(site);
        Stream.of(
                        "/",
                        "/guide",
                        "/questionnaire/roleFocus",
                        "/questionnaire/check" + ANSWERS,
                        "/unknown",
                        "/v3/api-docs")
                .forEach(page -> pages.put(page, body(student, page, site)));
        Stream.of("", "/plan.ics").forEach(page -> pages.put(page, body(student, recommendation + page, site)));
        pages.put("document", body(student, "/api/v1" + recommendation, site));
        var advisor = HttpBrowser.withCookies(site).logsIn("admin", TestApplication.ADMIN_PASSWORD);
        Stream.of("/advisor", "/advisor/insights", "/advisor/accounts", "/advisor/cases.csv")
                .forEach(page -> pages.put(page, body(advisor, page, site)));
        return pages;
    }

    /** Returns the body of a response without what differs between any two: the port, request ids, and the keys of forms. */
    private static String body(HttpBrowser browser, String page, URI site) {
        return browser.opens(page)
                .page()
                .response()
                .body()
                .replace(site.toString(), "")
                .replace("webcal://" + site.getAuthority(), "")
                .replace(browser.header("X-Request-Id"), "")
                .replaceAll("name=\"(_csrf|idempotencyKey)\" value=\"[^\"]*\"", "");
    }
}
