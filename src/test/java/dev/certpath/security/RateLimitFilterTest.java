package dev.certpath.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.certpath.infrastructure.PlainErrorReportValveTest;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.RawHttp;
import dev.certpath.testsupport.RawHttp.Response;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How often one address may save and preview, on a site that counts. */
class RateLimitFilterTest {

    private static final String ANSWERS = "employerCloud=aws&targetIndustry=retail&roleFocus=mlops&mlBackground=expert";
    private static final String BODY = """
            {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"expert"}""";

    private static final String US = "127.0.0.1";
    private static final String SOMEONE_ELSE = "127.0.0.2";

    private static TestApplication site;
    private static Response refusal;
    private static LogCapture log;

    @BeforeAll
    static void saveAsOftenAsOneMay(@TempDir Path folder) {
        site = TestApplication.on(folder, "CERTPATH_RATE_LIMIT=on");
        log = LogCapture.during(() -> refusal = refusedAfter(30, RateLimitFilterTest::save));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @Test
    void savingAndPreviewingAreLimitedEachForItself() {
        assertThat(refusal.head()).contains("text/html").containsPattern("Retry-After: [0-9]+");
        assertThat(refusal.body()).contains("Too many requests", "Nothing was saved.");

        var problem = refusedNow(() -> RawHttp.send(site, US, json("/api/v1/recommendations")));
        assertThat(problem.status()).as("pages and programs share a limit").isEqualTo(429);
        assertThat(problem.head()).contains("application/problem+json").containsPattern("Retry-After: [0-9]+");

        var preview = refusedAfter(300, () -> RawHttp.send(site, US, json("/api/v1/preview")));
        assertThat(preview.head()).contains("application/problem+json").containsPattern("Retry-After: [0-9]+");
        assertThat(preview.body()).contains("\"status\":429");

        assertThat(RawHttp.send(site, US, RawHttp.get("/questionnaire/employer-cloud"))
                        .status())
                .as("reading is not limited")
                .isEqualTo(200);
    }

    @Test
    void anotherWayToWriteTheAddressIsNoWayRound() {
        assertThat(List.of("/%72ecommendations", "/recommendations;x=y"))
                .allSatisfy(address ->
                        assertThat(refusedNow(() -> send(address)).status()).isBetween(400, 499));
        assertThat(refusedNow(() -> send("/recommendations?" + ANSWERS)).status())
                .isEqualTo(429);
    }

    @Test
    void oneVisitorsLimitIsNotAnothers() {
        assumeTrue(System.getProperty("os.name").equals("Linux"), "needs a second address of this machine");
        refusedNow(RateLimitFilterTest::save);
        var other = RawHttp.send(site, SOMEONE_ELSE, RawHttp.form("/recommendations", ANSWERS));
        assertThat(other.status()).isEqualTo(303);
    }

    @Test
    void strangersAtTheDeskAreLimitedForEachOfThemMakesASession() {
        var known = site.advisor(); // was a stranger once
        var page = refusedAfter(60 - 1, () -> RawHttp.send(site, US, RawHttp.get("/login")));
        assertThat(page.head()).contains("text/html").containsPattern("Retry-After: [0-9]+");
        int kept = site.count("sessions");
        assertThat(send("/advisor/cases/7q4kx2m9pa7q4kx2m9pa7q4kx2").status())
                .as("a form that would be remembered")
                .isEqualTo(429);
        assertThat(site.count("sessions")).isEqualTo(kept);
        known.opens("/advisor").gets(200);
    }

    @Test
    void aRefusalIsGuardedAsAnyAnswerIs() {
        PlainErrorReportValveTest.isGuarded(refusal);
        assertThat(log.errors()).isEmpty();
    }

    private static Response save() {
        return send("/recommendations");
    }

    private interface Attempt {
        Response make();
    }

    /** Tries until it is refused: not before so many attempts, and not later than a slow machine explains. */
    private static Response refusedAfter(int allowed, Attempt attempt) {
        long start = System.nanoTime();
        int made = 0;
        Response answer = attempt.make();
        while (answer.status() != 429) {
            made++;
            assertThat(answer.status()).as("attempt %s", made).isIn(200, 201, 303);
            double minutes =
                    (double) Duration.ofNanos(System.nanoTime() - start).toMillis()
                            / Duration.ofMinutes(1).toMillis();
            assertThat(made)
                    .as("attempts allowed in %s minutes", minutes)
                    .isLessThanOrEqualTo((int) (allowed * (1 + minutes)) + 1);
            answer = attempt.make();
        }
        assertThat(made).isGreaterThanOrEqualTo(allowed);
        return answer;
    }

    /** What is sent after all that is allowed, and after the little that time has allowed since. */
    private static Response refusedNow(Attempt attempt) {
        var answer = attempt.make();
        for (int more = 0; more < 10 && answer.status() < 400; more++) {
            answer = attempt.make();
        }
        return answer;
    }

    private static Response send(String address) {
        return RawHttp.send(site, US, RawHttp.form(address, ANSWERS));
    }

    private static String json(String address) {
        return "POST " + address + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY;
    }
}
