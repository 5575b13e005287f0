package dev.certpath.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.SampleStudent;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/**
 * An advisor's work on a case from login to logout, with the keyboard alone. A screenshot of each step is saved in
 * {@code target/advisor-workflow}.
 */
@RequiresBrowser
class AdvisorWorkflowIT {

    private static final Path SCREENSHOTS = Path.of("target", "advisor-workflow");
    private static final LocalDate SIX_DAYS_AGO = TestApplication.TODAY.minusDays(6);

    @TempDir
    private Path downloads;

    private int step;

    @Test
    void longestWaitingCaseIsFoundDecidedAndCounted(Browser browser) {
        var site = TestApplication.withoutCases();
        site.onDay(SIX_DAYS_AGO, () -> asksAdvisor(site, "Came first"));
        site.onDay(SIX_DAYS_AGO.plusDays(2), () -> asksAdvisor(site, "Came second"));
        site.student()
                .opens(SampleStudent.matching(recommendation -> true).checkPage())
                .presses("Get my recommendation");

        browser.downloadsTo(downloads).opens(site.address() + "/advisor");
        logsIn(browser);
        findsTheLongestWaitingCase(browser);
        takesTheCase(browser);
        decidesForOtherTracks(browser);
        opensTheStudentsPage(browser);
        exportsTheWeek(browser);
        findsTheDecisionCounted(browser);
        browser.clicksAndLoads("Log out admin");
    }

    private void logsIn(Browser browser) {
        browser.tabsTo("Name").presses("admin");
        browser.tabsTo("Password").presses(TestApplication.ADMIN_PASSWORD);
        browser.opensByKeyboard("Log in").seesHeading("2 cases need someone");
        check(browser, "queue");
    }

    private void findsTheLongestWaitingCase(Browser browser) {
        browser.opensByKeyboard("Waiting longest 2");
        assertThat(browser.texts(".queue tbody th a")).startsWith("Came first", "Came second");
        check(browser, "waiting-longest");
    }

    private void takesTheCase(Browser browser) {
        browser.opensByKeyboard("Came first").opensByKeyboard("Take it");
        assertThat(browser.texts(".case-status dd")).contains("In review", "you");
        check(browser, "taken");
    }

    private void decidesForOtherTracks(Browser browser) {
        browser.tabsTo("Agree with the recommendation").presses(Keys.ARROW_DOWN);
        assertThat(browser.isTicked("Another first and second")).isTrue();
        browser.tabsTo("First").presses("Azure");
        browser.tabsTo("Second").presses("AWS");
        browser.tabsTo("Reason").presses("Cost");
        browser.tabsTo("Your words to the student").presses("The shorter exam first.");
        browser.opensByKeyboard("Save");
        assertThat(browser.texts(".verdict")).hasSize(1).allMatch(text -> text.contains("Azure, then AWS"));
        check(browser, "decided");
    }

    private void opensTheStudentsPage(Browser browser) {
        browser.opensByKeyboard("The student's page");
        assertThat(browser.texts("main")).allMatch(text -> text.contains("The shorter exam first."));
        check(browser, "students-page");
        browser.goesBack();
    }

    private void exportsTheWeek(Browser browser) {
        browser.opensByKeyboard("Queue").tabsTo("More filters").presses(Keys.ENTER);
        browser.tabsTo("Opened from").presses("11172026");
        browser.opensByKeyboard("Apply filters").seesHeading("3 cases").isOn(".*from=2026-11-17.*");
        check(browser, "week");
        browser.tabsTo("Export these 3").presses(Keys.ENTER);
        assertThat(browser.downloadedFile(downloads, "certpath-cases-.*\\.csv"))
                .contains("Came first", "Came second", "azure,Azure,aws,AWS")
                .hasLineCount(4);
    }

    private void findsTheDecisionCounted(Browser browser) {
        browser.opensByKeyboard("Insights").seesHeading("Insights");
        check(browser, "insights");
        browser.opensLinkByKeyboard("a[href*='reason=cost-or-time']").seesHeading("1 case");
        assertThat(browser.texts(".queue tbody th a")).containsExactly("Came first");
        check(browser, "counted");
    }

    private static void asksAdvisor(TestApplication site, String name) {
        site.student()
                .opens(SampleStudent.matching(
                                recommendation -> recommendation.first().track().equals("google"))
                        .checkPage())
                .presses("Get my recommendation")
                .types("Your name (optional)", name)
                .presses("Ask an advisor")
                .gets(200);
    }

    private void check(Browser browser, String name) {
        step++;
        assertThat(browser.consoleMessages()).as("console of %s", name).isEmpty();
        for (String scheme : List.of("dark", "light")) {
            browser.usesViewport(Viewport.screen(1280, scheme));
            assertThat(browser.accessibilityViolations())
                    .as("axe on %s, %s", name, scheme)
                    .isEmpty();
        }
        browser.savesScreenshot(SCREENSHOTS.resolve("%d-%s.png".formatted(step, name)));
    }
}
