package dev.certpath.browser;

import dev.certpath.guide.ApplicationWithGuide;
import dev.certpath.guide.GuideYaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Pages under a guide with four tracks in a browser: accessible, and never wider than the window. */
@RequiresBrowser
class OtherGuideIT {

    @RegisterExtension
    static final ApplicationWithGuide application = new ApplicationWithGuide(GuideYaml.withFourTracks());

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
