package dev.certpath.web.desk.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseModifiedException;
import dev.certpath.cases.CaseReviewService;
import dev.certpath.cases.CaseService;
import dev.certpath.cases.CaseStatus;
import dev.certpath.cases.ContactDetails;
import dev.certpath.cases.SavedRecommendation;
import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.OnEveryDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cases of an account that is disabled are given back or assigned, and the list of accounts says who has how many. */
@OnEveryDatabase
class AccountDisablingIT {

    private static final String ACCOUNTS = "/advisor/accounts";
    private static final String CHANGES = "/advisor/accounts/changes";

    private final DeskFixture desk = DeskFixture.shared();
    private final CaseService cases = desk.bean(CaseService.class);
    private final CaseReviewService reviews = desk.bean(CaseReviewService.class);

    private String name = "";
    private String adminName = "";
    private HttpBrowser admin;

    @BeforeEach
    void logsIn() {
        name = desk.newAdvisor();
        adminName = desk.newAdmin();
        admin = desk.browserOf(adminName).opens(ACCOUNTS);
    }

    @Test
    void givesCasesBackAndLogsIt() {
        var asked = taken(asked(), name);
        var notAsked = taken(desk.caseOf("aws"), name);
        var decided = decided(taken(desk.caseOf("azure"), name), name);
        var ofSomeoneElse = taken(asked(), adminName);

        admin.follows("Disable " + name)
                .sees(name + " has 2 open cases; the student of 1 waits for an answer")
                .chooses("Give them back")
                .presses("Disable the account")
                .isOn(ACCOUNTS)
                .sees(name + " is disabled and logged out everywhere. 2 cases are given back.");

        assertThat(assignee(asked)).isEmpty();
        assertThat(status(asked)).isEqualTo(CaseStatus.NEW);
        assertThat(assignee(notAsked)).isEmpty();
        assertThat(assignee(decided)).contains(name);
        assertThat(assignee(ofSomeoneElse)).contains(adminName);
        admin.opens("/advisor/cases/" + asked.id()).sees("Gave the case back from " + name + " to nobody");
        assertThat(admin.texts(".timeline .byline").get(0)).startsWith(adminName + ",");
        assertThat(admin.opens(CHANGES).texts("tbody tr:first-child td:nth-child(3)"))
                .containsExactly("Disabled 2 cases given back");
        admin.opens("/advisor?view=needs-someone").sees("1 case needs someone");
    }

    @Test
    void assignsCasesToAnotherAdvisor() {
        var other = desk.newAdvisor();
        var held = taken(asked(), name);

        admin.follows("Disable " + name)
                .chooses("Assign them to one advisor")
                .selects("Who gets them, if they are assigned", other)
                .presses("Disable the account")
                .sees(name + " is disabled and logged out everywhere. 1 case is assigned to " + other);

        assertThat(assignee(held)).contains(other);
        admin.opens("/advisor/cases/" + held.id()).sees("Assigned the case from " + name + " to " + other);
        assertThat(admin.opens(CHANGES)
                        .texts("tbody tr:first-child td:nth-child(3)")
                        .get(0))
                .matches("Disabled 1 case assigned to " + other + " \\(number \\d+\\)");
    }

    @Test
    void asksWhatBecomesOfCasesAndKeepsChoice() {
        taken(asked(), name);
        admin.follows("Disable " + name)
                .presses("Disable the account")
                .gets(400)
                .seesProblem("Select what becomes of the open cases");
        admin.chooses("Assign them to one advisor")
                .presses("Disable the account")
                .gets(400)
                .seesProblem("Select the advisor who gets the cases")
                .seesTicked("Assign them to one advisor");
        assertThat(admin.texts("#successor option")).contains(adminName).doesNotContain(name);
        desk.logsIn(name).isOn("/advisor");
    }

    @Test
    void asksWhereCasesCameInTheMeantime() {
        admin.follows("Disable " + name).sees("This account has no open cases.");
        var held = taken(asked(), name);

        admin.presses("Disable the account").gets(400).seesProblem("Select what becomes of the open cases");

        assertThat(assignee(held)).contains(name);
        desk.logsIn(name).isOn("/advisor");
        admin.opens(CHANGES).sees("There are none.");
    }

    @Test
    void assignsNoCasesToDisabledAdvisor() {
        var other = desk.newAdvisor();
        var held = taken(asked(), name);
        admin.follows("Disable " + name)
                .chooses("Assign them to one advisor")
                .selects("Who gets them, if they are assigned", other);
        desk.disable(other);

        admin.presses("Disable the account").gets(409).seesProblem("Select another advisor, who can log in");

        assertThat(assignee(held)).contains(name);
        for (String successor : List.of(name, "nobody-here", "<b>")) {
            admin.postsWithoutRedirect(
                            ACCOUNTS,
                            Map.of(
                                    "_csrf",
                                    admin.csrfToken(),
                                    "act",
                                    "DISABLE",
                                    "username",
                                    name,
                                    "cases",
                                    "assign",
                                    "successor",
                                    successor))
                    .gets(409);
        }
        desk.logsIn(name).isOn("/advisor");
    }

    @Test
    void losesNoCaseWhenTwoAdminsDisableEachOthersSuccessorAndAdvisorsWork() {
        var other = desk.newAdvisor();
        var third = desk.newAdvisor();
        var held = Stream.generate(() -> taken(asked(), name)).limit(20).toList();
        var disabling = desk.bean(AccountDisablingService.class);
        var threads = Executors.newFixedThreadPool(3);
        try {
            var first = CompletableFuture.runAsync(
                    () -> disabling.disable(new DisableForm(name, DisableForm.ASSIGN, other), adminName), threads);
            var second = CompletableFuture.runAsync(
                    () -> disabling.disable(new DisableForm(other, DisableForm.ASSIGN, third), adminName), threads);
            var decisions = CompletableFuture.runAsync(() -> held.forEach(saved -> writeNote(saved, third)), threads);
            CompletableFuture.allOf(first, second, decisions)
                    .handle((result, failure) -> result)
                    .join();
            assertThat(decisions).isCompleted();
            assertThat(second).isCompleted();
            // The first fails where the second disabled its successor before.
            var holder = first.isCompletedExceptionally() ? name : third;
            assertThat(held).allSatisfy(saved -> assertThat(assignee(saved)).contains(holder));
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void listsWhoHasHowManyCasesWithLinksToThem() {
        var first = taken(asked(), name);
        desk.clock().advance(Duration.ofDays(3));
        taken(asked(), name);
        taken(desk.caseOf("aws"), name);
        asked();

        admin = desk.browserOf(adminName).opens(ACCOUNTS); // a login is valid for 12 hours
        assertThat(cells().subList(3, 6)).containsExactly("3", "2", "3 days");
        admin.sees("Nobody has 1 open case whose student waits for an answer, the longest for minutes");

        followsCell(3).sees("3 cases");
        followsCell(4).sees("2 cases");
        followsCell(5).sees("2 cases");
        assertThat(admin.texts("tbody th a").get(0)).contains(first.reference());
        admin.opens(ACCOUNTS).follows("1 open case").sees("1 case");
    }

    private HttpBrowser followsCell(int column) {
        admin.opens(ACCOUNTS);
        var link = row().child(column).selectFirst("a");
        return admin.opens(Objects.requireNonNull(link).attr("href"));
    }

    private org.jsoup.nodes.Element row() {
        var head = Objects.requireNonNull(admin.html().getElementById("account-" + name));
        return Objects.requireNonNull(head.parent());
    }

    private List<String> cells() {
        return row().children().eachText();
    }

    private SavedRecommendation asked() {
        var saved = desk.caseOf("aws");
        cases.askAdvisor(saved.id(), new ContactDetails("", ""), "Is a beta wise?");
        return saved;
    }

    private SavedRecommendation taken(SavedRecommendation saved, String advisor) {
        return perform(saved, new CaseAction.Take(), advisor);
    }

    private SavedRecommendation decided(SavedRecommendation saved, String advisor) {
        var recommendation = saved.recommendation();
        var first = recommendation.first().track();
        var second = recommendation.second().track();
        return perform(saved, new CaseAction.Decide(first, second, "", ""), advisor);
    }

    private SavedRecommendation perform(SavedRecommendation saved, CaseAction action, String advisor) {
        reviews.perform(saved.id(), desk.find(saved.id()).version(), action, advisor);
        return saved;
    }

    private void writeNote(SavedRecommendation saved, String advisor) {
        try {
            perform(saved, new CaseAction.Note("I look at it"), advisor);
        } catch (CaseModifiedException modified) {
            // The case changed its holder between reading and writing; advisors see the conflict page.
        }
    }

    private Optional<String> assignee(SavedRecommendation saved) {
        return reviews.find(saved.id()).orElseThrow().assignee();
    }

    private CaseStatus status(SavedRecommendation saved) {
        return desk.find(saved.id()).progress().status();
    }
}
