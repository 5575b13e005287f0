package dev.certpath.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.SampleStudent;
import org.junit.jupiter.api.Test;

/** What the JavaScript adds, and that everything works without it. */
@RequiresBrowser
class ScriptIT {

    @Test
    void exclusiveOptionsAndOthersUntickEachOther(Browser browser) {
        browser.opens("/questionnaire/employer-cloud").clicks("Google Cloud").clicks("Microsoft Azure");
        assertThat(browser.isTicked("Google Cloud")).isTrue();
        browser.clicks("None of these");
        assertThat(browser.isTicked("Google Cloud")).isFalse();
        assertThat(browser.isTicked("Microsoft Azure")).isFalse();
        browser.clicks("I do not know");
        assertThat(browser.isTicked("None of these")).isFalse();
        browser.clicks("Kubernetes");
        assertThat(browser.isTicked("I do not know")).isFalse();
        assertThat(browser.isTicked("Kubernetes")).isTrue();
    }

    @Test
    void copyAndPrintButtonsNeedScripts(Browser browser) {
        var address = SampleStudent.matching(recommendation -> true)
                .getsRecommendation()
                .page()
                .address();
        assertThat(browser.opens(address).shows("[data-copy]")).isTrue();
        assertThat(browser.shows("[data-print]")).isTrue();
        browser.disablesScripts().opens(address);
        assertThat(browser.shows("h1")).isTrue();
        assertThat(browser.shows("[data-copy]")).isFalse();
        assertThat(browser.shows("[data-print]")).isFalse();
    }

    @Test
    void questionnaireWorksWithoutScripts(Browser browser) {
        browser.disablesScripts()
                .opens("/")
                .clicks("Start now")
                .clicks("Amazon Web Services (AWS)")
                .clicks("None of these");
        assertThat(browser.isTicked("Amazon Web Services (AWS)")).isTrue();
        browser.clicks("Continue")
                .seesHeading("Error: What does your employer run on?")
                .clicks("None of these")
                .clicks("Continue")
                .clicks("Retail")
                .clicks("Continue")
                .clicks("MLOps")
                .clicks("Continue")
                .clicks("Expert")
                .clicks("Continue")
                .seesHeading("Check your answers")
                .clicks("Get my recommendation")
                .seesHeading("Start with AWS Machine Learning Engineer");
    }

    @Test
    void savingWorksAgainAfterGoingBack(Browser browser) {
        var saved = ".*/recommendations/[0-9a-z]{26}";
        browser.opens(SampleStudent.matching(recommendation -> true).checkPage())
                .clicks("Get my recommendation")
                .isOn(saved)
                .goesBack()
                .seesHeading("Check your answers")
                .clicks("Get my recommendation")
                .isOn(saved);
    }
}
