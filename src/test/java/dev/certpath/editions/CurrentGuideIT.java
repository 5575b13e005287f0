package dev.certpath.editions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certpath.guide.GuideYaml;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.MailSite;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.TestApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.JsonNode;

/** The guide in force is the one in the database: at the start, after a change, and where this version can't read it. */
@OnEveryDatabase
@ExtendWith(OutputCaptureExtension.class)
class CurrentGuideIT {

    private static final String NOT_AN_EDITION = "edition: 3\nquestions: [{ ask: of a later version }]\n";

    @TempDir
    private Path temporaryFolder;

    private Path folder;

    @BeforeEach
    void createFolder() throws IOException {
        folder = Files.createTempDirectory(temporaryFolder, "data");
    }

    @Test
    void anEmptyDatabaseGetsTheShippedFilesByteForByte() {
        try (var site = TestApplication.on(folder)) {
            assertThat(content(site, 1)).isEqualTo(GuideYaml.editionOne().edition());
            assertThat(content(site, 2)).isEqualTo(GuideYaml.published().edition());
            assertThat(site.bean(ExamRevisionRepository.class).findContent(1))
                    .isEqualTo(GuideYaml.published().exams());
            assertThat(edition(site)).isEqualTo(2);
        }
    }

    @Test
    void aRestartImportsNothingAndKeepsWhatIsInForce() {
        try (var site = TestApplication.on(folder)) {
            new GuideDatabase(site).publishes(GuideYaml.published().edition());
        }
        try (var site = TestApplication.on(folder)) {
            assertThat(edition(site)).isEqualTo(3);
            assertThat(site.count("guide_editions")).isEqualTo(3);
            assertThat(site.count("exam_revisions")).isOne();
        }
    }

    @Test
    void aChangeIsNoticedWithoutRestart() {
        try (var site = TestApplication.on(folder)) {
            var before = site.api().gets("/api/v1/guide");
            var database = new GuideDatabase(site);
            database.publishes(GuideDatabase.editionWithReasons("Newer."));
            MailSite.await(() -> edition(site) == 3);
            assertThat(site.api().gets("/api/v1/guide/editions/2").json()).isEqualTo(before.json());

            var withEdition = site.api().gets("/api/v1/guide").header("ETag");
            database.changesExams(GuideDatabase.examsWithPrice(7));
            MailSite.await(() -> site.api()
                            .gets("/api/v1/guide")
                            .json()
                            .at("/exams/0/priceUsd")
                            .intValue()
                    == 7);
            assertThat(site.api().gets("/api/v1/guide").header("ETag"))
                    .isNotEqualTo(withEdition)
                    .isNotEqualTo(before.header("ETag"));
            site.student().opens("/").gets(200).opens("/guide").sees("Newer.", "edition 3", "since 23 November 2026");
        }
    }

    @Test
    void aRequestKeepsTheGuideThatItBeganWith() {
        try (var site = TestApplication.on(folder)) {
            var guide = site.bean(CurrentGuide.class);
            RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(new MockHttpServletRequest()));
            try {
                var taken = guide.get();
                new GuideDatabase(site).publishes(GuideYaml.published().edition());
                guide.refresh();
                assertThat(guide.get()).isSameAs(taken);
            } finally {
                RequestContextHolder.resetRequestAttributes();
            }
            assertThat(guide.guide().edition()).isEqualTo(3);
        }
    }

    @Test
    void thePagesAndTheOpenApiDocumentListTheOptionsInForce() {
        try (var site = TestApplication.on(folder)) {
            assertThat(industries(site)).doesNotContain("mining").contains("media");
            var media = "      - { option: media, label: Media, phrase: media }\n";
            new GuideDatabase(site)
                    .publishes(GuideYaml.published()
                            .inEdition(
                                    media,
                                    media + media.replace("media", "mining").replace("Media", "Mining"))
                            .edition());
            MailSite.await(() -> edition(site) == 3);
            assertThat(industries(site)).contains("mining", "media");
            site.student()
                    .opens("/questionnaire/target-industry?employerCloud=none")
                    .sees("Mining");
            site.advisor()
                    .opens("/advisor")
                    .sees("Mining")
                    .opens("/advisor?industry=mining")
                    .gets(200);
        }
    }

    @Test
    void keepsWhatItReadWhileTheDatabaseIsUnavailable() {
        try (var site = TestApplication.on(folder)) {
            new GuideDatabase(site).publishes(GuideDatabase.editionWithReasons("Newer."));
            MailSite.await(() -> edition(site) == 3);
            site.closeConnectionPool();
            var guide = site.bean(CurrentGuide.class);
            var log = LogCapture.during(() -> MailSite.await(() -> isRefreshed(guide)));
            assertThat(log.warnings()).hasSizeLessThan(2); // one, if the scheduler was first
            assertThat(edition(site)).isEqualTo(3);
        }
    }

    @Test
    void keepsWhatItReadWhenItCantReadWhatAnotherInstancePublished() {
        try (var site = TestApplication.on(folder)) {
            var database = new GuideDatabase(site);
            var guide = site.bean(CurrentGuide.class);
            var log = LogCapture.during(() -> {
                database.publishesAs(3, NOT_AN_EDITION);
                guide.refresh();
                guide.refresh();
            });
            assertThat(log.errors()).singleElement().asString().contains("edition 3", "edition-3.yaml:1");
            assertThat(edition(site)).isEqualTo(2);

            database.publishes(GuideYaml.published().edition());
            guide.refresh();
            assertThat(edition(site)).isEqualTo(4);
        }
    }

    @Test
    void aStoredEditionThatThisVersionCantReadStopsTheStart(CapturedOutput log) {
        try (var site = TestApplication.on(folder)) {
            var database = new GuideDatabase(site);
            database.publishesAs(3, NOT_AN_EDITION);
            database.publishes(GuideYaml.published().edition());
        }
        assertThatThrownBy(() -> TestApplication.on(folder)).hasRootCauseInstanceOf(UnreadableEditionException.class);
        assertThat(log.getAll())
                .contains("APPLICATION FAILED TO START")
                .containsPattern("This version can't read edition 3 of the guide in the database: edition-3.yaml:1: ")
                .doesNotContain("\tat ");
    }

    @Test
    void filesOfTheSettingsTakeThePlaceOfTheDatabase() throws IOException {
        var file = Files.writeString(folder.resolve("exams.yaml"), GuideDatabase.examsWithPrice(11));
        try (var site = TestApplication.on(folder, "certpath.guide.exams=" + file.toUri())) {
            var database = new GuideDatabase(site);
            database.changesExams(GuideDatabase.examsWithPrice(12));
            database.publishes(GuideYaml.published().edition());
            site.bean(CurrentGuide.class).refresh();
            assertThat(edition(site)).isEqualTo(3);
            assertThat(site.bean(CurrentGuide.class).guide().exams())
                    .allMatch(exam -> exam.price().usd() == 11);

            var admin = site.advisor().opens("/advisor/exams").sees("CERTPATH_GUIDE_EXAMS", "11 USD");
            admin.doesNotSee("I checked this today")
                    .opens("/advisor/exams/PMLE")
                    .doesNotSee("Continue");
            var check = Map.of(
                    "_csrf",
                    admin.csrfToken(),
                    "act",
                    "check",
                    "revision",
                    "1",
                    "exam",
                    "PMLE",
                    "source",
                    "https://a.org");
            admin.postsWithoutRedirect("/advisor/exams", check).gets(409);
            assertThat(site.count("exam_revisions")).isEqualTo(2);
        }
    }

    /** The first failure of an outage is thrown, so that it is logged; later ones are not. */
    private static boolean isRefreshed(CurrentGuide guide) {
        try {
            guide.refresh();
            return true;
        } catch (DataAccessException unavailable) {
            return false;
        }
    }

    private static List<String> industries(TestApplication site) {
        return site.api()
                .gets("/v3/api-docs")
                .json()
                .at("/components/schemas/Answers/properties/targetIndustry/enum")
                .valueStream()
                .map(JsonNode::stringValue)
                .toList();
    }

    private static int edition(TestApplication site) {
        return site.api().gets("/api/v1/guide").json().get("edition").intValue();
    }

    private static String content(TestApplication site, int number) {
        return site.bean(JdbcClient.class)
                .sql("select content from guide_editions where number = ?")
                .param(number)
                .query(String.class)
                .single();
    }
}
