package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.security.SessionCleanupJob;
import dev.certpath.testsupport.ApiClient;
import dev.certpath.testsupport.ApiClient.Response;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What still works when the database is gone, and what the rest says. */
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
    private HttpBrowser atTheLogin;

    @BeforeAll
    void closeConnectionPool(@TempDir Path folder) {
        site = TestApplication.on(folder);
        advisor = site.advisor().opens("/advisor").isOn("/advisor");
        atTheLogin = site.browser().opens("/login");
        site.closeConnectionPool();
        student = site.student();
        api = site.api();
    }

    @AfterAll
    void stops() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/guide", "/questionnaire/role-focus", CHECK})
    void pagesThatNeedNoneAreThere(String address) {
        student.opens(address).gets(200);
    }

    @Test
    void previewingNeedsNone() {
        assertThat(api.posts("/api/v1/preview", ANSWERS).status()).isEqualTo(200);
    }

    @Test
    void savingShowsTheFilledCheckPageAgainWithTheSameKey() {
        var key = student.opens(CHECK)
                .page()
                .html()
                .select("[name=idempotencyKey]")
                .val();
        student.presses("Get my recommendation").gets(503).seesHeading("Check your answers");
        student.sees("We can't save this right now", "Amazon Web Services (AWS)", "Retail", "MLOps", "Expert");
        assertThat(student.page().html().select("[name=idempotencyKey]").val()).isEqualTo(key);
        assertThat(student.page().html().select("main .told a").attr("href")).isEqualTo(CHECK);
        assertThat(student.page().response().headers().firstValue("Retry-After"))
                .isPresent();
    }

    @Test
    void programsAreToldWhenToComeBack() {
        var refused = api.posts("/api/v1/recommendations", ANSWERS);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Content-Type")).contains("application/problem+json");
        assertThat(refused.header("Retry-After")).isNotBlank();
    }

    @Test
    void whatWasSavedIsSaidToBeSafe() {
        student.opens("/recommendations/anything").gets(503).sees("What was saved before is safe");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/guide", "/questionnaire/role-focus", CHECK})
    void advisorsFindThePagesThatNeedNoneToo(String address) {
        advisor.opens(address).gets(200);
    }

    @Test
    void theDeskSaysWhenToComeBackAndLogsNoError() {
        var log = LogCapture.during(() -> {
            assertThat(advisor.opens("/advisor").gets(503).header("Retry-After"))
                    .isNotBlank();
            site.browser().opens("/advisor").gets(503);
            site.browser().opens("/login").gets(503);
        });
        assertThat(log.errors()).isEmpty();
    }

    @Test
    void loggingInSaysWhenToComeBackAndLogsNoError() {
        var log = LogCapture.during(() -> {
            atTheLogin
                    .types("Name", "admin")
                    .types("Password", TestApplication.ADMIN_PASSWORD)
                    .presses("Log in");
            assertThat(atTheLogin.gets(503).header("Retry-After")).isNotBlank();
        });
        assertThat(log.errors()).isEmpty();
    }

    @Test
    void whatFailsOnOurSideIsFoundInTheLogByWhatItsPageAsksToQuote() {
        var pages = new ArrayList<Response>();
        var log = LogCapture.during(() -> {
            pages.add(api.gets("/recommendations/anything"));
            pages.add(api.posts("/api/v1/recommendations", ANSWERS));
        });
        assertThat(pages.get(0).body()).contains("quote request <b>" + id(pages.get(0)) + "</b>");
        assertThat(pages).allSatisfy(page -> {
            assertThat(page.status()).isEqualTo(503);
            assertThat(log.lines())
                    .anySatisfy(line -> assertThat(line).contains(id(page), "The database did not answer"));
        });

        var check = student.opens(CHECK).presses("Get my recommendation").gets(503);
        var id = check.page().response().headers().firstValue(RequestIdValve.HEADER);
        check.sees("quote request " + id.orElseThrow());
    }

    @Test
    void erasingContactsIsPutOffInOneClearLine() {
        var log = LogCapture.during(() -> site.bean(ContactRetentionJob.class).eraseContacts());
        assertThat(log.lines()).singleElement().asString().startsWith("WARN").contains("an hour later");
    }

    @Test
    void deletingSessionsThatEndedWaitsAndLogsNoError() {
        assertThat(LogCapture.during(() -> site.bean(SessionCleanupJob.class).delete())
                        .errors())
                .isEmpty();
    }

    private static String id(Response reply) {
        return reply.header(RequestIdValve.HEADER);
    }
}
