package dev.certpath.browser;

import dev.certpath.guide.GuideYaml;
import dev.certpath.testsupport.TestApplication;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages under a guide with four tracks in a browser: accessible, and never wider than the window. */
@RequiresBrowser
class OtherGuideIT {

    @TempDir
    private static Path folder;

    private static TestApplication application;

    @BeforeAll
    static void start() throws IOException {
        application = TestApplication.on(
                folder.resolve("data"), GuideYaml.withFourTracks().settings(folder));
    }

    @AfterAll
    static void close() {
        application.close();
    }

    @Test
    void recommendationOfTheFourthTrackHasNoProblems(Browser browser) {
        var student = application
                .student()
                .opens(
                        "/questionnaire/check?employerCloud=azure&targetIndustry=energy&roleFocus=mlops&mlBackground=none")
                .presses("Get my recommendation");
        check(student.page().address(), browser);
    }

    @Test
    void otherPagesHaveNoProblems(Browser browser) {
        check("/", browser);
        check("/guide", browser);
    }

    private static void check(String address, Browser browser) {
        PageChecks.assertNoProblemsInSample(
                browser.opens(application.address().resolve(address).toString()), address);
    }
}
