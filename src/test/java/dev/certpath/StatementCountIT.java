package dev.certpath;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.accounts.Account;
import dev.certpath.accounts.AccountService;
import dev.certpath.testsupport.DatabaseSpecific;
import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.SqlStatements;
import dev.certpath.testsupport.TestApplication;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Pins the SQL statements of whole requests, those of filters and sessions included. A statement more is not wrong, but
 * needs a reason, written beside it.
 */
@OnEveryDatabase
class StatementCountIT {

    private static final SqlStatements STATEMENTS = new SqlStatements();
    private static final DatabaseSpecific<TestApplication> SITE =
            new DatabaseSpecific<>(() -> TestApplication.recordedBy(STATEMENTS));

    private final TestApplication site = SITE.get();

    @BeforeEach
    void resetsClock() {
        site.resetClock();
    }

    @Test
    void pagesOfQuestionsNeedNone() {
        var student = site.student();
        assertThat(STATEMENTS.of(() -> student.opens("/").starts())).isEmpty();
        assertThat(STATEMENTS.of(() -> student.opens(checkPage("aws")))).isEmpty();
    }

    @Test
    void savingANewDocument() {
        site.update("delete from cases");
        site.update("delete from documents");
        site.update("delete from document_contents");
        assertThat(STATEMENTS.of(this::saves))
                .containsExactly(
                        "select cases", // is there one with this idempotency key?
                        "select documents", // is there one with this content?
                        "insert into document_contents",
                        "insert into documents",
                        "insert into cases");
    }

    @Test
    void savingAKnownDocument() {
        saves();
        assertThat(STATEMENTS.of(this::saves))
                .containsExactly(
                        "select cases", // is there one with this idempotency key?
                        "select documents", // is there one with this content?
                        "insert into cases");
    }

    @Test
    void viewingARecommendation() {
        var student = getsRecommendation();
        assertThat(STATEMENTS.of(() -> reloads(student)))
                .containsExactly(
                        "select cases", // by the id in the address
                        "select document_contents"); // its recommendation
        asksAdvisor(student);
        assertThat(STATEMENTS.of(() -> reloads(student)))
                .containsExactly(
                        "select cases",
                        "select document_contents",
                        "select contacts", // what the student entered, for the form
                        "select messages"); // the conversation
    }

    @Test
    void queueOfCasesThatNeedSomeone() {
        asksAdvisor(getsRecommendation());
        var advisor = logsIn();
        advisor.opens("/advisor"); // the first page of a session saves its CSRF token
        assertThat(STATEMENTS.of(() -> reloads(advisor)))
                .containsExactly(page(
                        "select accounts", // the disabled ones, whose cases need someone
                        "select cases", // the number of cases that need someone
                        "select cases", // the number of the advisor's own
                        "select cases", // the number of those that wait
                        "select cases", // the number of all
                        "select cases", // the filter's cases, if they are few
                        "select cases", // the rows: students who wait
                        "select cases", // the rows: the others, because the page is not full
                        "select accounts", // the enabled ones, as assignees
                        "select messages")); // the latest words of each row's student
    }

    @Test
    void queueOfCasesThatAFilterFinds() {
        asksAdvisor(getsRecommendation());
        var advisor = logsIn();
        advisor.opens("/advisor?view=all&sort=newest&role=mlops").sees("Retail");
        assertThat(STATEMENTS.of(() -> reloads(advisor)))
                .containsExactly(page(
                        "select accounts", // the disabled ones, for the view of cases that need someone
                        "select cases", // the number of cases that need someone
                        "select cases", // the number of the advisor's own
                        "select cases", // the number of those that wait
                        "select cases", // the number of all
                        "select cases", // the filter's cases, if they are few
                        "select cases", // the rows, which are counted if there is no other page
                        "select accounts", // the enabled ones, as assignees
                        "select messages")); // the latest words of each row's student
    }

    @Test
    void casePage() {
        var advisor = logsIn();
        asksAdvisor(getsRecommendation());
        advisor.opens("/advisor").presses("Take the next case");
        reloads(advisor); // without the notice that was kept for one page
        site.clock().set(site.clock().instant().plusSeconds(60));
        assertThat(STATEMENTS.of(() -> reloads(advisor)))
                .containsExactly(page(
                        "select cases", // by the id in the address
                        "select document_contents", // its recommendation
                        "select contacts", // the student's
                        "select messages", // the conversation
                        "select remarks", // the advisors' notes
                        "select case_events", // the timeline
                        "select accounts", // the enabled ones, as assignees
                        "select cases", // its primary key, for the visit, in a transaction of its own
                        "select case_visits", // when the advisor was here before
                        "update case_visits"));
    }

    @Test
    void insights() {
        var advisor = logsIn();
        advisor.opens("/advisor/insights");
        assertThat(STATEMENTS.of(() -> reloads(advisor)))
                .containsExactly(page(
                        "select cases", // the numbers of the weeks, in one statement
                        "select cases", // by document: first certifications, firmness and answers
                        "select cases", // decisions, by document for their rules
                        "select cases", // the most frequent cohorts
                        "select cases", // how long students who wait have waited
                        "select answered_requests", // how long the others waited
                        "select cases", // each advisor's open cases
                        "select cases", // each advisor's decisions
                        "select questionnaire_views")); // the steps of the questionnaire
    }

    @Test
    void takingTheNextCaseAndDeciding() {
        asksAdvisor(getsRecommendation());
        var advisor = logsIn();
        var token = advisor.opens("/advisor").csrfToken();
        assertThat(STATEMENTS.of(() -> advisor.postsWithoutRedirect("/advisor/next", Map.of("_csrf", token))
                        .gets(303)))
                .containsExactly(form(
                        "select accounts", // the disabled ones, whose cases may be taken
                        "select cases", // the one that waits longest; its row is locked
                        "update cases",
                        "insert into case_events")); // the timeline

        advisor.opens(advisor.header("Location"));
        var decision = Map.of(
                "_csrf", token,
                "move", "decide",
                "version", advisor.html().expectFirst("[name=version]").val(),
                "verdict", "agree",
                "words", "It fits you.");
        var address = advisor.page().address();
        assertThat(STATEMENTS.of(
                        () -> advisor.postsWithoutRedirect(address, decision).gets(303)))
                .containsExactly(form(
                        "select cases", // by the id in the address
                        "select document_contents", // its recommendation, which the form is validated against
                        "select contacts", // this and the next three are for the page if someone else was faster
                        "select messages",
                        "select remarks",
                        "select case_events",
                        "update cases",
                        "insert into case_events", // the timeline
                        "insert into messages", // the words to the student
                        "insert into answered_requests")); // how long the student waited
    }

    /** The statements of a page of the desk: its own between those of every one. */
    private static String[] page(String... own) {
        return Stream.of(
                        ofLogin(),
                        List.of(own),
                        List.of(
                                "update sessions", // the time of the last request
                                "select sessions")) // Spring Session looks again after the response was sent
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    /** The statements of a form that redirects: its own between those of every one. */
    private static String[] form(String... own) {
        return Stream.of(
                        ofLogin(),
                        List.of(own),
                        List.of(
                                "update sessions", // the time of the last request
                                "insert into sessions_attributes")) // the notice for the next page
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    private static List<String> ofLogin() {
        return List.of(
                "select sessions",
                "select accounts", // is it enabled, and the session not ended since?
                "select user_credentials"); // does the account need a passkey?
    }

    private void saves() {
        site.api()
                .posts(
                        "/api/v1/recommendations",
                        """
                        {"employerCloud": ["aws"], "targetIndustry": "retail", "roleFocus": "mlops",
                         "mlBackground": "practitioner"}""",
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
    }

    private HttpBrowser getsRecommendation() {
        return site.student().opens(checkPage("azure")).presses("Get my recommendation");
    }

    private static String checkPage(String cloud) {
        return "/questionnaire/check?targetIndustry=retail&roleFocus=mlops&mlBackground=practitioner&employerCloud="
                + cloud;
    }

    private static void asksAdvisor(HttpBrowser student) {
        var address = student.page().address();
        student.types("What should they look at? (optional)", "Which one?")
                .presses("Ask an advisor")
                .opens(address);
    }

    private HttpBrowser logsIn() {
        var username = "advisor-" + UUID.randomUUID().toString().substring(0, 8);
        site.bean(AccountService.class).add(username, DeskFixture.PASSWORD, Account.Role.ADVISOR, false);
        return site.browser().logsInWithoutRedirect(username, DeskFixture.PASSWORD);
    }

    private static void reloads(HttpBrowser browser) {
        browser.opens(browser.page().address()).gets(200);
    }
}
