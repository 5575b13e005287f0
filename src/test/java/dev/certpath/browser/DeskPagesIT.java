package dev.certpath.browser;

import static dev.certpath.browser.PageChecks.assertNoProblems;
import static dev.certpath.browser.PageChecks.assertNoProblemsInSample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.accounts.Account;
import dev.certpath.accounts.AccountService;
import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseReviewService;
import dev.certpath.editions.CurrentGuide;
import dev.certpath.testsupport.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The advisors' pages in a browser, with one case more than a page of the queue shows. */
@RequiresBrowser
class DeskPagesIT {

    private static final int PAGE_SIZE = 50;
    private static final String CONFIRMATION = "/advisor/accounts/confirmation";

    private static TestApplication site;
    private static String azureCase;
    private static String awsCase;

    @BeforeAll
    static void logsIn(Browser browser) {
        site = TestApplication.withoutCases();
        azureCase = caseOf("azure");
        awsCase = caseOf("aws");
        for (int number = 1; number < PAGE_SIZE; number++) {
            caseOf("google-cloud");
        }
        opens(browser, "/advisor")
                .types("username", "admin")
                .types("password", TestApplication.ADMIN_PASSWORD)
                .clicksAndLoads("Log in")
                .isOn(".*/advisor");
    }

    @AfterAll
    static void logsOut(Browser browser) {
        opens(browser, "/advisor/password").clicksAndLoads("Log out admin");
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

    private static String askedCase() {
        var asked = caseOf("aws");
        site.student()
                .opens(asked.replace("/advisor/cases/", "/recommendations/"))
                .presses("Ask an advisor")
                .gets(200);
        return asked;
    }

    private static Browser opens(Browser browser, String address) {
        return browser.opens(site.address() + address);
    }

    @Test
    void queueHasNoProblems(Browser browser) {
        assertNoProblems(opens(browser, "/advisor?view=all&first=azure&sort=changed"), "queue");
        assertNoProblemsInSample(opens(browser, "/advisor?view=all"), "queue, full page");
        assertNoProblemsInSample(browser.clicksAndLoads("Next page"), "queue, next page");
        assertNoProblemsInSample(opens(browser, "/advisor?view=needs-someone"), "queue, empty view");
        assertNoProblemsInSample(opens(browser, "/advisor?view=all&q=nobody-of-this-name"), "queue, no results");
        assertNoProblemsInSample(
                opens(browser, "/advisor?first=nowhere&status=x&q=nobody-of-this-name"), "queue, invalid filters");
    }

    @Test
    void confirmationOfClosingHasNoProblems(Browser browser) {
        askedCase();
        assertThat(opens(browser, "/advisor?view=needs-someone").texts(".queue tbody tr"))
                .hasSize(1);
        browser.clicks("All 1 on this page")
                .types("move", "Close")
                .clicksAndLoads("Apply")
                .seesHeading("Close 1 case?");
        assertNoProblems(browser, "close cases?");
        assertNoProblemsInSample(browser.clicksAndLoads("Close 1 case"), "close cases?, no words");
        browser.types("words", "The course has begun.")
                .clicksAndLoads("Close 1 case")
                .isOn(".*/advisor.view=needs-someone");
    }

    @Test
    void pageOfAnUnknownCaseHasNoProblems(Browser browser) {
        opens(browser, "/advisor/cases/00000000000000000000000000000000").seesHeading("There is no such case");
        assertNoProblems(browser, "no such case");
    }

    @Test
    void guidePagesHaveNoProblems(Browser browser) {
        assertNoProblems(opens(browser, "/advisor/guide"), "guide");
        assertNoProblems(opens(browser, "/advisor/guide/editions/2"), "edition");
        assertNoProblemsInSample(opens(browser, "/advisor/guide/editions/1"), "earlier edition");
        assertNoProblemsInSample(opens(browser, "/advisor/guide/draft"), "no draft");
        browser.clicksAndLoads("Begin the draft").waitsFor("#publishing .key-figures");
        assertNoProblems(browser, "draft");
        assertNoProblemsInSample(browser.clicksAndLoads("Publish edition 3"), "draft, no reason");
        browser.types("content", "x").clicks("Publish edition 3");
        assertThat(browser.hasFocus("#content"))
                .as("the text has to be saved first")
                .isTrue();
        assertDryRunHasNoProblems(browser);
        opens(browser, "/advisor/guide/draft").types("content", "x").clicksAndLoads("Save");
        assertNoProblemsInSample(browser, "draft with violations");
        assertNoProblemsInSample(opens(browser, "/advisor/guide/draft/preview"), "preview");
        opens(browser, "/advisor/guide/draft")
                .tabsTo("Discard the draft")
                .presses(Keys.ENTER)
                .presses(Keys.TAB)
                .pressesAndLoads(Keys.ENTER);
    }

    @Test
    void mailPageHasNoProblems(Browser browser) {
        assertNoProblemsInSample(opens(browser, "/advisor/mail"), "mail, no mail server");
    }

    @Test
    void casePageHasNoProblems(Browser browser) {
        assertNoProblems(opens(browser, azureCase), "case");
        assertNoProblemsInSample(browser.clicksAndLoads("Save"), "case, nothing chosen");
        browser.clicks("Agree with the recommendation").clicksAndLoads("Save");
        assertNoProblemsInSample(browser, "case, decided");
    }

    @Test
    void textInOneFormStaysWhileAnotherIsSubmitted(Browser browser) {
        opens(browser, awsCase)
                .tabsTo("Add a note")
                .presses(Keys.ENTER)
                .types("note", "Ring back")
                .clicks("Another first and second")
                .types("words", "The shorter exam first.")
                .clicksAndLoads("Add note");
        assertThat(browser.texts(".internal .user-text")).containsExactly("Ring back");
        assertThat(browser.value("note")).as("submitted field").isEmpty();
        assertThat(browser.value("words")).isEqualTo("The shorter exam first.");
        assertThat(browser.isTicked("Another first and second")).isTrue();
    }

    @Test
    void keysWriteAReadyMadeReplyAndSave(Browser browser) {
        var asked = askedCase();
        opens(browser, asked).presses("1").pressesAndLoads(Keys.chord(Keys.CONTROL, Keys.ENTER));
        opens(browser, asked);
        assertThat(browser.texts(".verdict")).containsExactly("Agrees with the recommendation.");
        assertThat(browser.texts(".decision .user-text")).hasSize(1).allMatch(words -> words.startsWith("I looked at"));
    }

    @Test
    void insightsHaveNoProblems(Browser browser) {
        opens(browser, awsCase).clicks("Agree with the recommendation").clicksAndLoads("Save");
        assertNoProblems(opens(browser, "/advisor/insights"), "insights");
        assertNoProblemsInSample(opens(browser, "/advisor/insights?from=&to="), "insights, all days");
        assertNoProblemsInSample(
                opens(browser, "/advisor/insights?from=2020-01-01&to=2020-01-31"), "insights, no cases");
        assertNoProblemsInSample(opens(browser, "/advisor/insights?from=yesterday"), "insights, invalid day");
    }

    @Test
    void accountPagesWithCasesHaveNoProblems(Browser browser) {
        site.bean(AccountService.class).add("ann.lee", TestApplication.ADMIN_PASSWORD, Account.Role.ADVISOR, true);
        var id = caseOf("aws").replace("/advisor/cases/", "");
        site.bean(CaseReviewService.class).perform(id, 0, new CaseAction.Take(), "ann.lee");
        assertNoProblems(opens(browser, "/advisor/accounts"), "accounts with cases");
        assertNoProblems(opens(browser, CONFIRMATION + "?act=DISABLE&username=ann.lee"), "disable?");
        assertNoProblemsInSample(browser.clicksAndLoads("Disable the account"), "disable?, nothing chosen");
        assertNoProblemsInSample(opens(browser, CONFIRMATION + "?act=RESET&username=ann.lee"), "reset?");
        assertNoProblemsInSample(opens(browser, "/advisor/insights"), "insights with the cases of advisors");
        assertNoProblems(opens(browser, "/advisor/accounts/changes"), "changes of accounts");
    }

    private void assertDryRunHasNoProblems(Browser browser) {
        site.update(
                "update guide_draft set version = version + 1,"
                        + " content = replace(content, 'points: 1' || chr(10) || '    says: Among', 'points: 4' || chr(10) || '    says: Among')");
        opens(browser, "/advisor/guide/draft").waitsFor(".outcome-changes");
        assertNoProblems(browser, "draft that breaks pins");
        opens(browser, "/advisor/guide/draft?rule=aws-demand").waitsFor("a[data-open]");
        assertNoProblemsInSample(browser, "draft with a rule in sight");
        assertNoProblems(opens(browser, "/advisor/guide/pins"), "pins");
        assertNoProblems(opens(browser, "/advisor/guide/pins/new"), "new pin");
        assertNoProblemsInSample(browser.clicksAndLoads("Set the pin"), "new pin, nothing entered");
        assertNoProblems(opens(browser, "/advisor/guide/pins/1"), "pin");
        assertNoProblemsInSample(browser.clicksAndLoads("Lift the pin"), "pin, no reason");
        assertNoProblems(
                opens(
                        browser,
                        "/advisor/guide/receipts?before=2&after=draft&employerCloud=&targetIndustry=government"
                                + "&roleFocus=undecided&mlBackground=practitioner"),
                "receipts");
        site.update("insert into guide_publications (edition, in_force_from, reason, published_at, published_by,"
                + " withdrawn_at, withdrawn_by, dry_run) select edition, in_force_from, 'Tried', published_at, 'admin',"
                + " published_at, 'admin', (select max(id) from guide_dry_runs) from guide_publications");
        assertNoProblems(opens(browser, "/advisor/guide"), "history with a dry run");
        assertNoProblems(browser.clicksAndLoads("What it changed, edition 2"), "publication");
        site.update("delete from guide_publications where published_by = 'admin'");
    }

    @Test
    void examPagesHaveNoProblems(Browser browser) {
        assertNoProblems(opens(browser, "/advisor/exams"), "exams");
        assertNoProblems(opens(browser, "/advisor/exams/AI-103"), "exam");
        assertNoProblemsInSample(browser.clicksAndLoads("Continue"), "exam, no reason");
        try {
            browser.types("closes", "2027-06-30").types("reason", "It ends.").clicksAndLoads("Continue");
            assertNoProblems(browser, "change of an exam?");
            assertNoProblemsInSample(
                    browser.clicksAndLoads("Save the change").isOn(".*/advisor/exams"), "exams, one changed");
            assertNoProblems(opens(browser, "/advisor/exams/changes"), "changes of exams");
        } finally {
            site.update("delete from exam_revisions where revision > 1");
            site.update("update guide_state set version = version + 1");
            site.bean(CurrentGuide.class).refresh();
        }
    }

    @Test
    void passwordAndAccountPagesHaveNoProblems(Browser browser) {
        assertNoProblems(opens(browser, "/advisor/password"), "password");
        assertNoProblems(opens(browser, "/advisor/accounts"), "accounts");
    }
}
