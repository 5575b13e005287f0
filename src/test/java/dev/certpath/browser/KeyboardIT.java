package dev.certpath.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The questionnaire with the keyboard alone: Tab, Space and Enter. */
@RequiresBrowser
class KeyboardIT {

    @Test
    void questionnaireLeadsToARecommendation(Browser browser) {
        browser.opens("/")
                .tabsTo("Start now")
                .presses(Keys.ENTER)
                .seesHeading("What does your employer run on?")
                .tabsTo("Google Cloud")
                .presses(Keys.SPACE)
                .tabsTo("Kubernetes")
                .presses(Keys.SPACE)
                .tabsTo("Continue")
                .presses(Keys.ENTER)
                .seesHeading("Which industry do you want to work in?")
                .tabsTo("AI-first companies")
                .presses(Keys.SPACE)
                .tabsTo("Continue")
                .presses(Keys.SPACE)
                .seesHeading("What kind of role are you aiming for?")
                .tabsTo("Applied AI")
                .presses(Keys.ARROW_DOWN)
                .presses(Keys.ENTER)
                .seesHeading("How much machine learning have you done?")
                .tabsTo("None yet")
                .presses(Keys.SPACE)
                .presses(Keys.ENTER)
                .seesHeading("Check your answers")
                .tabsTo("Get my recommendation")
                .presses(Keys.ENTER)
                .seesHeading("Start with Google Machine Learning Engineer");
        assertThat(browser.consoleMessages()).isEmpty();
    }

    @Test
    void firstTabReachesTheSkipLink(Browser browser) {
        browser.opens("/questionnaire/role-focus").presses(Keys.TAB);
        assertThat(browser.focusedText()).isEqualTo("Skip to main content");
        assertThat(browser.shows("a.skip")).isTrue();
        browser.presses(Keys.ENTER).presses(Keys.TAB);
        assertThat(browser.focusedText()).isEqualTo("Applied AI");
    }

    @Test
    void afterAnErrorTheSummaryHasTheFocus(Browser browser) {
        browser.opens("/questionnaire/role-focus")
                .tabsTo("Continue")
                .presses(Keys.ENTER)
                .seesHeading("Error: What kind of role are you aiming for?");
        assertThat(browser.hasFocus("[data-errors]")).isTrue();
        browser.presses(Keys.TAB);
        assertThat(browser.focusedText())
                .isEqualTo("Select the kind of role you are aiming for, or that you do not know yet");
        browser.presses(Keys.ENTER);
        assertThat(browser.hasFocus("#role-focus")).isTrue();
        assertThat(browser.focusedText()).isEqualTo("Applied AI");
    }
}
