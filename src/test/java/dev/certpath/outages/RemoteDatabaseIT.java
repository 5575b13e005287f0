package dev.certpath.outages;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.H2Server;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.TestApplication;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * An application with a database on another server, which is unavailable at times: the error page contains what was
 * typed, so that it can be submitted again, and the readiness probe fails. A full disk of the application's own does
 * not matter.
 */
@TestInstance(Lifecycle.PER_CLASS)
class RemoteDatabaseIT {

    private static final String TEXT = "GCP is what \"they\" <b>use</b> & like.\nAsk again in spring.";
    private static final String SEND_AGAIN = "Send it again";

    private H2Server database;
    private TestApplication site;
    private HttpBrowser student;
    private String address;

    @BeforeAll
    void start(@TempDir Path folder) {
        database = H2Server.in(folder);
        site = TestApplication.on(
                folder,
                Stream.concat(Stream.of(database.settings()), Stream.of(HealthClient.WITHOUT_FREE_SPACE))
                        .toArray(String[]::new));
    }

    @BeforeEach
    void savesRecommendation() {
        student = site.browser()
                .opens("/questionnaire/check?employerCloud=aws&targetIndustry=retail&roleFocus=mlops"
                        + "&mlBackground=expert")
                .presses("Get my recommendation")
                .gets(200);
        address = URI.create(student.html().location()).getPath();
    }

    @AfterAll
    void stop() {
        site.close();
        database.close();
    }

    @Test
    void decisionCanBeSubmittedAgain() {
        var advisor = site.advisor()
                .opens(address.replace("/recommendations/", "/advisor/cases/"))
                .chooses("Agree with the recommendation")
                .types("Your words to the student", TEXT);
        database.stop();
        advisor.presses("Save").gets(503).sees("Nothing is lost");
        assertThat(advisor.value("Your words to the student")).isEqualTo(TEXT);
        assertThat(advisor.html().select("main b"))
                .extracting(bold -> bold.text())
                .doesNotContain("use");

        advisor.presses(SEND_AGAIN).gets(503);
        assertThat(advisor.value("Your words to the student")).isEqualTo(TEXT);

        database.restart();
        submitsUntilAccepted(advisor);
        advisor.gets(200).sees("Your decision is saved.");
        assertThat(site.count("cases where status = 'DECIDED' and review_words like 'GCP is%in spring.'"))
                .isEqualTo(1);
    }

    @Test
    void studentsRequestCanBeSubmittedAgain() {
        student.types("Your name (optional)", "Somebody").types("What should they look at? (optional)", TEXT);
        database.stop();
        student.presses("Ask an advisor").gets(503);
        assertThat(student.value("Your name")).isEqualTo("Somebody");
        assertThat(student.value("Your note")).isEqualTo(TEXT);

        database.restart();
        submitsUntilAccepted(student);
        student.gets(200).sees("You asked on");
        assertThat(site.count("contacts where name = 'Somebody'")).isEqualTo(1);
    }

    @Test
    void errorPageDoesNotContainThePassword() {
        var login =
                site.browser().opens("/login").types("Name", "admin").types("Password", TestApplication.ADMIN_PASSWORD);
        database.stop();
        login.presses("Log in").gets(503).doesNotSee(SEND_AGAIN);
        assertThat(login.html().html()).doesNotContain(TestApplication.ADMIN_PASSWORD);

        database.restart();
        waitUntil(() -> HealthClient.status(site, HealthClient.READY) == 200);
    }

    @Test
    void readinessDependsOnTheDatabaseAndNotOnTheDisk() {
        HealthClient.expect(site, HealthClient.READY, 200);
        HealthClient.expect(site, HealthClient.ALL, 200);

        database.stop();
        var log = LogCapture.during(() -> {
            HealthClient.expect(site, HealthClient.READY, 503);
            HealthClient.expect(site, HealthClient.ALL, 503);
            HealthClient.expect(site, HealthClient.READY, 503);
        });
        HealthClient.expect(site, HealthClient.ALIVE, 200);
        assertThat(log.lines()).as("no stack trace for every probe").noneMatch(line -> line.contains("\tat "));

        database.restart();
        waitUntil(() -> HealthClient.status(site, HealthClient.READY) == 200);
    }

    private static void submitsUntilAccepted(HttpBrowser browser) {
        waitUntil(() -> !browser.presses(SEND_AGAIN).text().contains(SEND_AGAIN));
    }

    /**
     * Waits a second before each attempt: the pool doesn't validate connections that were used in the last half second,
     * so that attempts in quick succession would get the same broken connection for minutes.
     */
    private static void waitUntil(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        do {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        } while (!condition.getAsBoolean());
    }
}
