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
 * A site whose data is elsewhere, and comes and goes: what was typed meanwhile is on the page that says so, and can be
 * sent once it is back; and whoever looks after the site is told. Its own disk is full, which is nothing to it.
 */
@TestInstance(Lifecycle.PER_CLASS)
class RemoteDatabaseIT {

    private static final String WORDS = "GCP is what \"they\" <b>use</b> & like.\nAsk again in spring.";
    private static final String AGAIN = "Send it again";

    private H2Server database;
    private TestApplication site;
    private HttpBrowser student;
    private String address;

    @BeforeAll
    void start(@TempDir Path folder) {
        database = H2Server.in(folder);
        site = TestApplication.on(
                folder,
                Stream.concat(Stream.of(database.settings()), Stream.of(HealthClient.WITHOUT_ROOM))
                        .toArray(String[]::new));
    }

    @BeforeEach
    void isAtARecommendation() {
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
    void anAdvisorsDecisionIsNotLost() {
        var advisor = logsIn().opens(address.replace("/recommendations/", "/advisor/cases/"))
                .chooses("Agree with the recommendation")
                .types("Your words to the student", WORDS);
        database.stop();
        advisor.presses("Save decision").gets(503).sees("Nothing is lost");
        assertThat(advisor.value("Your words to the student")).isEqualTo(WORDS);
        assertThat(advisor.html().select("main b"))
                .extracting(bold -> bold.text())
                .doesNotContain("use");

        advisor.presses(AGAIN).gets(503);
        assertThat(advisor.value("Your words to the student")).isEqualTo(WORDS);

        database.restart();
        sendsUntilTaken(advisor);
        advisor.gets(200).sees("Your decision is saved.");
        assertThat(site.count("cases where status = 'DECIDED' and review_words like 'GCP is%in spring.'"))
                .isEqualTo(1);
    }

    @Test
    void whatAStudentAsksIsNotLost() {
        student.types("Your name (optional)", "Somebody").types("What should they look at? (optional)", WORDS);
        database.stop();
        student.presses("Ask an advisor").gets(503);
        assertThat(student.value("Your name")).isEqualTo("Somebody");
        assertThat(student.value("Your note")).isEqualTo(WORDS);

        database.restart();
        sendsUntilTaken(student);
        student.gets(200).sees("You asked on");
        assertThat(site.count("contacts where name = 'Somebody'")).isEqualTo(1);
    }

    @Test
    void passwordsAreNotGivenBack() {
        var login =
                site.browser().opens("/login").types("Name", "admin").types("Password", TestApplication.ADMIN_PASSWORD);
        database.stop();
        login.presses("Log in").gets(503).doesNotSee(AGAIN);
        assertThat(login.html().html()).doesNotContain(TestApplication.ADMIN_PASSWORD);

        database.restart();
        until(() -> HealthClient.status(site, HealthClient.READY) == 200);
    }

    @Test
    void itIsReadyWhileThatAnswersHoweverFullItsOwnDisk() {
        HealthClient.says(site, HealthClient.READY, 200);
        HealthClient.says(site, HealthClient.ALL, 200);

        database.stop();
        var log = LogCapture.during(() -> {
            HealthClient.says(site, HealthClient.READY, 503);
            HealthClient.says(site, HealthClient.ALL, 503);
            HealthClient.says(site, HealthClient.READY, 503);
        });
        HealthClient.says(site, HealthClient.ALIVE, 200);
        assertThat(log.lines()).as("nobody reads a trace every ten seconds").noneMatch(line -> line.contains("\tat "));

        database.restart();
        until(() -> HealthClient.status(site, HealthClient.READY) == 200);
    }

    private HttpBrowser logsIn() {
        return site.browser()
                .opens("/login")
                .types("Name", "admin")
                .types("Password", TestApplication.ADMIN_PASSWORD)
                .presses("Log in")
                .gets(200);
    }

    private static void sendsUntilTaken(HttpBrowser sender) {
        until(() -> !sender.presses(AGAIN).text().contains(AGAIN));
    }

    /**
     * A connection that was used in the last half second is not looked at again before it is used, so it may take a second
     * try, and not at once: asked again and again within that time, this kind of database is not found for minutes.
     */
    private static void until(BooleanSupplier itWorks) {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        do {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
        } while (!itWorks.getAsBoolean());
    }
}
