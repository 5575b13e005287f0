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
 * The work of an advisor from one end to the other, with a keyboard alone. A picture of each step is kept in {@code
 * target/advisors-day}.
 */
@RequiresBrowser
class AdvisorWorkflowIT {

    private static final Path PICTURES = Path.of("target", "advisors-day");
    private static final LocalDate A_WEEK_AGO = TestApplication.TODAY.minusDays(6);

    @TempDir
    private Path files;

    private int step;

    @Test
    void whoWaitedLongestIsFoundAnsweredAndCounted(Browser browser) {
        var site = TestApplication.withoutCases();
        site.onDay(A_WEEK_AGO, () -> asks(site, "Came first"));
        site.onDay(A_WEEK_AGO.plusDays(2), () -> asks(site, "Came second"));
        site.student().opens(SampleStudent.matching(told -> true).checkPage()).presses("Get my recommendation");

        browser.keepsFilesIn(files).opens(site.address() + "/advisor");
        logsIn(browser);
        findsWhoWaitedLongest(browser);
        takesTheCase(browser);
        decidesOtherwise(browser);
        seesWhatTheStudentSees(browser);
        exportsTheWeek(browser);
        findsTheDecisionCounted(browser);
        browser.sends("Log out admin");
    }

    private void logsIn(Browser browser) {
        browser.tabsTo("Name").presses("admin");
        browser.tabsTo("Password").presses(TestApplication.ADMIN_PASSWORD);
        browser.goesThrough("Log in").seesHeading("3 cases");
        isFine(browser, "queue");
    }

    private void findsWhoWaitedLongest(Browser browser) {
        browser.goesThrough("Waiting longest");
        assertThat(browser.texts(".queue tbody th a")).startsWith("Came first", "Came second");
        isFine(browser, "waiting-longest");
    }

    private void takesTheCase(Browser browser) {
        browser.goesThrough("Came first").goesThrough("Take it");
        assertThat(browser.texts(".standing dd")).contains("In review", "you");
        isFine(browser, "taken");
    }

    private void decidesOtherwise(Browser browser) {
        browser.tabsTo("Agree with the recommendation").presses(Keys.ARROW_DOWN);
        assertThat(browser.isTicked("Another first and second")).isTrue();
        browser.tabsTo("First").presses("Azure");
        browser.tabsTo("Second").presses("AWS");
        browser.tabsTo("Reason").presses("Cost");
        browser.tabsTo("Your words to the student").presses("The shorter exam first.");
        browser.goesThrough("Save decision");
        assertThat(browser.texts(".verdict")).hasSize(1).allMatch(words -> words.contains("Azure, then AWS"));
        isFine(browser, "decided");
    }

    private void seesWhatTheStudentSees(Browser browser) {
        browser.goesThrough("The student's page");
        assertThat(browser.texts("main")).allMatch(words -> words.contains("The shorter exam first."));
        isFine(browser, "students-page");
        browser.goesBack();
    }

    private void exportsTheWeek(Browser browser) {
        browser.goesThrough("Queue").tabsTo("Opened from").presses("11172026");
        browser.goesThrough("Apply").seesHeading("3 cases").comesTo(".*from=2026-11-17.*");
        isFine(browser, "week");
        browser.tabsTo("Export these 3").presses(Keys.ENTER);
        assertThat(browser.fileIn(files, "certpath-cases-.*\\.csv"))
                .contains("Came first", "Came second", "azure,aws")
                .hasLineCount(4);
    }

    private void findsTheDecisionCounted(Browser browser) {
        browser.goesThrough("Insights").seesHeading("Insights");
        isFine(browser, "insights");
        browser.goesThroughLink("a[href*='reason=cost-or-time']").seesHeading("1 case");
        assertThat(browser.texts(".queue tbody th a")).containsExactly("Came first");
        isFine(browser, "counted");
    }

    private static void asks(TestApplication site, String name) {
        site.student()
                .opens(SampleStudent.matching(told -> told.first().track().equals("google"))
                        .checkPage())
                .presses("Get my recommendation")
                .types("Your name (optional)", name)
                .presses("Ask an advisor")
                .gets(200);
    }

    private void isFine(Browser browser, String name) {
        step++;
        assertThat(browser.complaints()).as("complaints about %s", name).isEmpty();
        for (String scheme : List.of("dark", "light")) {
            browser.looksLike(Viewport.screen(1280, scheme));
            assertThat(browser.axe()).as("axe on %s, %s", name, scheme).isEmpty();
        }
        browser.keepsPicture(PICTURES.resolve("%d-%s.png".formatted(step, name)));
    }
}
