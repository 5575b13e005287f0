package dev.certpath.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.RandomSeed;
import dev.certpath.testsupport.RawHttp;
import dev.certpath.testsupport.RawHttp.Response;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Sends thousands of random requests to every operation, form and link. Each must be answered with a status from 200 to 499
 * and no logged error. {@code -Dcertpath.seed=1 -Dcertpath.fuzz=20000} changes the random seed and the number of requests.
 */
class FuzzTest {

    private static final long SEED = RandomSeed.orElse(20_261_123);
    private static final int REQUESTS = Integer.getInteger("certpath.fuzz", 2_500);
    private static final int REQUESTS_PER_LOGIN = 500;
    private static final int SLOW_ENDPOINT_RATIO = 15;

    private static final String BODY = """
            {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"expert"}""";

    private final Random random = new Random(SEED);
    private final RequestFuzzer fuzzer = new RequestFuzzer(random);

    @TempDir
    private Path folder;

    @Test
    void answersEveryRequestWithoutServerError() {
        try (var site = TestApplication.on(folder)) {
            var caseIds = createTwoCases(site);
            var endpoints = EndpointDiscovery.find(site, site.advisor(), caseIds);
            for (int sent = 0; sent < REQUESTS; sent += REQUESTS_PER_LOGIN) {
                sendBatch(site, endpoints, caseIds);
            }
        }
    }

    @Test
    void fuzzesEveryFormHandler() {
        var site = TestApplication.shared();
        var endpoints = EndpointDiscovery.find(site, site.advisor(), createTwoCases(site));
        var missing = formHandlerPatterns(site)
                .filter(pattern -> endpoints.stream()
                        .noneMatch(endpoint -> endpoint.method().equals("POST") && matches(endpoint, pattern)))
                .toList();
        assertThat(missing).isEmpty();
    }

    private static Stream<String> formHandlerPatterns(TestApplication site) {
        return site.beans(RequestMappingHandlerMapping.class)
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(handler -> handler.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(handler -> handler.getPatternValues().stream());
    }

    private static boolean matches(Endpoint endpoint, String pattern) {
        return PathPatternParser.defaultInstance.parse(pattern).matches(PathContainer.parsePath(endpoint.path()));
    }

    /** Returns a new case and one for which the student asked an advisor: their pages have different forms. */
    private static List<String> createTwoCases(TestApplication site) {
        var asked = save(site);
        site.student().posts("/recommendations/" + asked + "/ask", Map.of("name", List.of("Ann Lee")));
        return List.of(save(site), asked);
    }

    private static String save(TestApplication site) {
        return site.api()
                .posts("/api/v1/recommendations", BODY)
                .json()
                .get("id")
                .stringValue();
    }

    /** Sends requests with a new login and two new cases: earlier requests may have logged out or deleted the others. */
    private void sendBatch(TestApplication site, Collection<Endpoint> discovered, List<String> caseIds) {
        var advisor = site.advisor();
        var csrfToken =
                advisor.opens("/advisor/password").html().select("[name=_csrf]").val();
        assertThat(csrfToken).as("CSRF token").isNotEmpty();
        var newCaseIds = createTwoCases(site);
        var endpoints = discovered.stream()
                .map(endpoint -> endpoint.with(csrfToken, text -> replaceIds(caseIds, newCaseIds, text)))
                .flatMap(endpoint -> Collections.nCopies(endpoint.weight(), endpoint).stream())
                .toList();
        for (int number = 0; number < REQUESTS_PER_LOGIN; number++) {
            send(site, fuzzer.request(oneOf(endpoints), advisor.cookieHeader()));
        }
    }

    private static String replaceIds(List<String> oldIds, List<String> newIds, String text) {
        var replaced = text;
        for (int index = 0; index < oldIds.size(); index++) {
            replaced = replaced.replace(oldIds.get(index), newIds.get(index));
        }
        return replaced;
    }

    private Endpoint oneOf(List<Endpoint> endpoints) {
        var endpoint = endpoints.get(random.nextInt(endpoints.size()));
        return endpoint.isSlow() && random.nextInt(SLOW_ENDPOINT_RATIO) > 0 ? oneOf(endpoints) : endpoint;
    }

    private static void send(TestApplication site, String request) {
        var answer = new AtomicReference<Response>();
        var log = LogCapture.during(() -> answer.set(RawHttp.send(site, request)));
        assertThat(answer.get().status())
                .as("seed %s, answer to %s", SEED, request)
                .isBetween(200, 499);
        assertThat(answer.get().head())
                .as("seed %s, head after %s", SEED, request)
                .doesNotContain("X-Injected");
        assertThat(answer.get().body())
                .as("seed %s, answer to %s", SEED, request)
                .doesNotContain("Exception", "\tat ", "org.springframework", "org.apache", "dev.certpath", "Tomcat");
        assertThat(log.errors()).as("seed %s, log after %s", SEED, request).isEmpty();
    }
}
