package dev.certpath.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.LogCapture;
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
 * Thousands of requests made up at random for every operation, form and link there is: each one is answered or refused,
 * and none is a failure of ours. {@code -Dcertpath.seed=1 -Dcertpath.fuzz=20000} makes others, and more of them.
 */
class FuzzTest {

    private static final long SEED = Long.getLong("certpath.seed", 20_261_123);
    private static final int REQUESTS = Integer.getInteger("certpath.fuzz", 2_500);
    private static final int UNTIL_A_FRESH_START = 500;
    private static final int ONE_OF_SLOW = 15;

    private static final String BODY = """
            {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"expert"}""";

    private final Random random = new Random(SEED);
    private final RequestFuzzer mischief = new RequestFuzzer(random);

    @TempDir
    private Path folder;

    @Test
    void everyRequestIsAnsweredOrRefused() {
        System.out.printf("FUZZ %,d requests from seed %d%n", REQUESTS, SEED);
        try (var site = TestApplication.on(folder)) {
            var cases = twoCases(site);
            var targets = EndpointDiscovery.on(site, site.advisor(), cases);
            for (int sent = 0; sent < REQUESTS; sent += UNTIL_A_FRESH_START) {
                attack(site, targets, cases);
            }
        }
    }

    @Test
    void everyHandlerOfAFormIsATarget() {
        var site = TestApplication.shared();
        var targets = EndpointDiscovery.on(site, site.advisor(), twoCases(site));
        var missed = handlersOfForms(site)
                .filter(address ->
                        targets.stream().noneMatch(target -> target.method().equals("POST") && isAt(target, address)))
                .toList();
        assertThat(missed).isEmpty();
    }

    private static Stream<String> handlersOfForms(TestApplication site) {
        return site.beans(RequestMappingHandlerMapping.class)
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .filter(handler -> handler.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(handler -> handler.getPatternValues().stream());
    }

    private static boolean isAt(Endpoint target, String address) {
        return PathPatternParser.defaultInstance.parse(address).matches(PathContainer.parsePath(target.path()));
    }

    /** One that is as it was saved, and one whose student asked an advisor to look: their pages have other forms. */
    private static List<String> twoCases(TestApplication site) {
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

    /** Some requests, from someone who logged in just now and knows two new cases: what was sent may end all of that. */
    private void attack(TestApplication site, Collection<Endpoint> found, List<String> cases) {
        var advisor = site.advisor();
        var token =
                advisor.opens("/advisor/password").html().select("[name=_csrf]").val();
        assertThat(token).as("without it every form is refused").isNotEmpty();
        var newCases = twoCases(site);
        var targets = found.stream()
                .map(target -> target.with(token, text -> replaced(cases, newCases, text)))
                .flatMap(target -> Collections.nCopies(target.size(), target).stream())
                .toList();
        for (int number = 0; number < UNTIL_A_FRESH_START; number++) {
            send(site, mischief.request(oneOf(targets), advisor.cookieHeader()));
        }
    }

    private static String replaced(List<String> all, List<String> others, String text) {
        var replaced = text;
        for (int place = 0; place < all.size(); place++) {
            replaced = replaced.replace(all.get(place), others.get(place));
        }
        return replaced;
    }

    private Endpoint oneOf(List<Endpoint> targets) {
        var target = targets.get(random.nextInt(targets.size()));
        return target.isSlow() && random.nextInt(ONE_OF_SLOW) > 0 ? oneOf(targets) : target;
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
