package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.logging.WarningLimiter;
import dev.certpath.security.SessionCleanupJob;
import dev.certpath.testsupport.ApiClient;
import dev.certpath.testsupport.ApiClient.Response;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Which pages work while the database is unavailable, and how the others respond. */
@TestInstance(Lifecycle.PER_CLASS)
class DatabaseUnavailableTest {

    private static final String ANSWERS = """
            {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"expert"}""";
    private static final String CHECK =
            "/questionnaire/check?employerCloud=aws&targetIndustry=retail&roleFocus=mlops&mlBackground=expert";

    private TestApplication site;
    private HttpBrowser student;
    private ApiClient api;
    private HttpBrowser advisor;
    private HttpBrowser loginPage;

    @BeforeAll
    void closeDatabase(@TempDir Path folder) {
        site = TestApplication.on(folder, "CERTPATH_BACKUP=" + folder.resolve("backups"));
        advisor = site.advisor().opens("/advisor").isOn("/advisor");
        loginPage = site.browser().opens("/login");
        site.closeConnectionPool();
        student = site.student();
        api = site.api();
    }

    @AfterAll
    void stop() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/guide", "/questionnaire/role-focus", CHECK})
    void servesPagesThatNeedNoDatabase(String address) {
        student.opens(address).gets(200);
    }

    @Test
    void previewNeedsNoDatabase() {
        assertThat(api.posts("/api/v1/preview", ANSWERS).status()).isEqualTo(200);
    }

    @Test
    void savingShowsTheFilledCheckPageWithTheSameKey() {
        var key = student.opens(CHECK)
                .page()
                .html()
                .select("[name=idempotencyKey]")
                .val();
        student.presses("Get my recommendation").gets(503).seesHeading("Check your answers");
        student.sees("We can't save this right now", "Amazon Web Services (AWS)", "Retail", "MLOps", "Expert");
        assertThat(student.page().html().select("[name=idempotencyKey]").val()).isEqualTo(key);
        assertThat(student.page().html().select("main .notice a").attr("href")).isEqualTo(CHECK);
        assertThat(student.page().response().headers().firstValue("Retry-After"))
                .isPresent();
    }

    @Test
    void apiAnswers503WithRetryAfter() {
        var response = api.posts("/api/v1/recommendations", ANSWERS);
        assertThat(response.status()).isEqualTo(503);
        assertThat(response.header("Content-Type")).contains("application/problem+json");
        assertThat(response.header("Retry-After")).isNotBlank();
    }

    @Test
    void recommendationPageSaysThatSavedDataIsSafe() {
        student.opens("/recommendations/anything").gets(503).sees("What was saved before is safe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/guide", "/questionnaire/role-focus", CHECK})
    void servesPagesThatNeedNoDatabaseToAdvisors(String address) {
        advisor.opens(address).gets(200);
    }

    @Test
    void advisorPagesAnswer503WithoutErrorLog() {
        var log = LogCapture.during(() -> {
            assertThat(advisor.opens("/advisor").gets(503).header("Retry-After"))
                    .isNotBlank();
            site.browser().opens("/advisor").gets(503);
            site.browser().opens("/login").gets(503);
        });
        assertThat(log.errors()).isEmpty();
    }

    @Test
    void loginAnswers503WithoutErrorLog() {
        var log = LogCapture.during(() -> {
            loginPage
                    .types("Name", "admin")
                    .types("Password", TestApplication.ADMIN_PASSWORD)
                    .presses("Log in");
            assertThat(loginPage.gets(503).header("Retry-After")).isNotBlank();
        });
        assertThat(log.errors()).isEmpty();
    }

    @Test
    void logsTheRequestIdThatThePageShows() {
        var pages = new ArrayList<Response>();
        var log = LogCapture.during(() -> {
            pages.add(api.gets("/recommendations/anything"));
            pages.add(api.posts("/api/v1/recommendations", ANSWERS));
        });
        assertThat(pages.get(0).body()).contains("quote request <b>" + requestId(pages.get(0)) + "</b>");
        assertThat(pages).allSatisfy(page -> {
            assertThat(page.status()).isEqualTo(503);
            assertThat(log.lines())
                    .anySatisfy(line -> assertThat(line).contains(requestId(page), "The database is unavailable"));
        });

        var check = student.opens(CHECK).presses("Get my recommendation").gets(503);
        var id = check.page().response().headers().firstValue(RequestIdValve.HEADER);
        check.sees("quote request " + id.orElseThrow());
    }

    @Test
    void clientsCannotFillTheLog() {
        var log = LogCapture.during(() -> IntStream.range(0, 70).forEach(number -> {
            api.gets("/recommendations/anything");
            api.posts("/api/v1/recommendations", ANSWERS);
        }));
        assertThat(log.lines()).hasSizeLessThanOrEqualTo(120);
        site.clock().advance(Duration.ofMinutes(1));
        assertThat(LogCapture.during(site.bean(WarningLimiter.class)::endIntervals)
                        .lines())
                .isNotEmpty()
                .allMatch(line -> line.contains("further warnings were not logged: The database is unavailable"));
    }

    @Test
    void contactRetentionJobLogsOneWarning() {
        assertLogsOneWarning(site.bean(ContactRetentionJob.class)::eraseExpiredContacts);
    }

    @Test
    void sessionCleanupJobLogsOneWarning() {
        assertLogsOneWarning(site.bean(SessionCleanupJob.class)::deleteExpiredSessions);
    }

    @Test
    void backupJobLogsOneWarning() {
        assertLogsOneWarning(site.bean(H2BackupJob.class)::backUp);
    }

    /** Runs a job in the scheduler, which handles its exceptions. */
    private void assertLogsOneWarning(Runnable job) {
        var scheduler = site.bean(ThreadPoolTaskScheduler.class);
        var log = LogCapture.during(() -> {
            Future<?> run = scheduler.submit(job);
            assertThat(run).succeedsWithin(Duration.ofMinutes(1));
        });
        assertThat(log.lines())
                .singleElement()
                .asString()
                .startsWith("WARN")
                .contains("The database is unavailable")
                .doesNotContain("\tat ");
    }

    private static String requestId(Response reply) {
        return reply.header(RequestIdValve.HEADER);
    }
}
