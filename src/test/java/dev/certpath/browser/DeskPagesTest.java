package dev.certpath.browser;

import static dev.certpath.browser.Screens.assertFine;

import dev.certpath.Site;
import dev.certpath.Someone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The advisors' pages as they are seen. */
@InBrowser
class DeskPagesTest {

    private String id = "";

    @BeforeEach
    void logsIn(Browser browser) {
        var address = Someone.who(told -> true).atTheirRecommendation().page().address();
        id = address.substring(address.lastIndexOf('/') + 1);
        browser.opens("/advisor")
                .types("username", "admin")
                .types("password", Site.PASSWORD)
                .sends("Log in")
                .comesTo(".*/advisor.*");
    }

    @AfterEach
    void logsOut(Browser browser) {
        browser.opens("/advisor").sends("Log out admin");
    }

    @Test
    void theQueueIsFine(Browser browser) {
        assertFine(browser.opens("/advisor"), "queue");
        assertFine(browser.opens("/advisor?view=needs-someone"), "queue, needs someone");
        assertFine(browser.opens("/advisor?view=all&first=azure&sort=changed"), "queue, filtered");
        assertFine(browser.opens("/advisor?view=all&q=nobody-of-this-name"), "queue, nothing found");
        assertFine(browser.opens("/advisor?first=nowhere&status=x"), "queue, filtered wrong");
    }

    @Test
    void aCaseIsFine(Browser browser) {
        assertFine(browser.opens("/advisor/cases/" + id), "case");
        assertFine(browser.sends("Save decision"), "case, nothing chosen");
        browser.clicks("Agree with the recommendation").sends("Save decision");
        assertFine(browser, "case, reviewed");
    }

    @Test
    void theInsightsAreFine(Browser browser) {
        browser.opens("/advisor/cases/" + id)
                .clicks("Agree with the recommendation")
                .sends("Save decision");
        assertFine(browser.opens("/advisor/insights"), "insights");
        assertFine(browser.opens("/advisor/insights?from=&to="), "insights, all days");
        assertFine(browser.opens("/advisor/insights?from=2020-01-01&to=2020-01-31"), "insights, no cases");
        assertFine(browser.opens("/advisor/insights?from=yesterday"), "insights, no such day");
    }

    @Test
    void theRestIsFine(Browser browser) {
        assertFine(browser.opens("/advisor/password"), "password");
        assertFine(browser.opens("/advisor/accounts"), "accounts");
    }
}
