package dev.certpath.browser;

import static dev.certpath.browser.PageChecks.assertFine;
import static dev.certpath.browser.PageChecks.assertStaysFine;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The advisors' pages as they are seen. Their site has a case more than a page of the queue has room for. */
@RequiresBrowser
class DeskPagesIT {

    private static final int A_PAGE = 50;

    private static TestApplication site;
    private static String aCase;
    private static String another;

    @BeforeAll
    static void logsIn(Browser browser) {
        site = TestApplication.withoutCases();
        aCase = caseOf("azure");
        another = caseOf("aws");
        for (int more = 1; more < A_PAGE; more++) {
            caseOf("google-cloud");
        }
        opens(browser, "/advisor")
                .types("username", "admin")
                .types("password", TestApplication.ADMIN_PASSWORD)
                .sends("Log in")
                .comesTo(".*/advisor");
    }

    @AfterAll
    static void logsOut(Browser browser) {
        opens(browser, "/advisor/password").sends("Log out admin");
    }

    private static String caseOf(String employerCloud) {
        return site.student()
                .opens("/questionnaire/check?targetIndustry=retail&roleFocus=other&mlBackground=expert&employerCloud="
                        + employerCloud)
                .presses("Get my recommendation")
                .gets(200)
                .page()
                .address()
                .replace("/recommendations/", "/advisor/cases/");
    }

    private static Browser opens(Browser browser, String address) {
        return browser.opens(site.address() + address);
    }

    @Test
    void theQueueIsFine(Browser browser) {
        assertFine(opens(browser, "/advisor?view=all&first=azure&sort=changed"), "queue");
        assertStaysFine(opens(browser, "/advisor?view=all"), "queue, a whole page");
        assertStaysFine(browser.sends("Next page"), "queue, next page");
        assertStaysFine(opens(browser, "/advisor?view=needs-someone"), "queue, nobody needs someone");
        assertStaysFine(opens(browser, "/advisor?view=all&q=nobody-of-this-name"), "queue, nothing found");
        assertStaysFine(
                opens(browser, "/advisor?first=nowhere&status=x&q=nobody-of-this-name"), "queue, filtered wrong");
    }

    @Test
    void aCaseIsFine(Browser browser) {
        assertFine(opens(browser, aCase), "case");
        assertStaysFine(browser.sends("Save decision"), "case, nothing chosen");
        browser.clicks("Agree with the recommendation").sends("Save decision");
        assertStaysFine(browser, "case, reviewed");
    }

    @Test
    void whatWasTypedIntoOneFormStaysWhileAnotherIsSent(Browser browser) {
        opens(browser, another)
                .types("note", "Ring back")
                .clicks("Another first and second")
                .types("words", "The shorter exam first.")
                .sends("Add note");
        assertThat(browser.texts(".inside .user-text")).containsExactly("Ring back");
        assertThat(browser.value("note")).as("what is saved").isEmpty();
        assertThat(browser.value("words")).isEqualTo("The shorter exam first.");
        assertThat(browser.isTicked("Another first and second")).isTrue();
    }

    @Test
    void theInsightsAreFine(Browser browser) {
        opens(browser, another).clicks("Agree with the recommendation").sends("Save decision");
        assertFine(opens(browser, "/advisor/insights"), "insights");
        assertStaysFine(opens(browser, "/advisor/insights?from=&to="), "insights, all days");
        assertStaysFine(opens(browser, "/advisor/insights?from=2020-01-01&to=2020-01-31"), "insights, no cases");
        assertStaysFine(opens(browser, "/advisor/insights?from=yesterday"), "insights, no such day");
    }

    @Test
    void theRestIsFine(Browser browser) {
        assertFine(opens(browser, "/advisor/password"), "password");
        assertFine(opens(browser, "/advisor/accounts"), "accounts");
    }
}
