package dev.certpath.web.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseDetails;
import dev.certpath.cases.CaseReviewService;
import dev.certpath.cases.CaseService;
import dev.certpath.cases.CaseStatus;
import dev.certpath.cases.ContactDetails;
import dev.certpath.cases.MessageView;
import dev.certpath.cases.SavedRecommendation;
import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.OnEveryDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@OnEveryDatabase
class BulkActionIT {

    private final DeskFixture desk = DeskFixture.shared();
    private final CaseReviewService reviewService = desk.bean(CaseReviewService.class);

    private final CaseService caseService = desk.bean(CaseService.class);

    private String name;
    private HttpBrowser advisor;
    private SavedRecommendation one;
    private SavedRecommendation other;

    @BeforeEach
    void openQueue() {
        one = desk.caseOf("aws");
        other = desk.caseOf("aws");
        name = desk.newAdvisor();
        advisor = desk.browserOf(name).opens("/advisor?view=all&first=aws");
    }

    @Test
    void takesGivesBackAndCloses() {
        select(one, other).apply("Take them");
        assertResults(
                "2 cases: all done", one.reference() + ": assigned to you", other.reference() + ": assigned to you");
        advisor.isOn("/advisor?view=all&first=aws");
        assertThat(details(one).assignee()).contains(name);

        select(one).apply("Give them back");
        assertResults("1 case: all done", one.reference() + ": given back");
        assertThat(details(one).assignee()).isEmpty();

        select(one, other).apply("Close them");
        assertResults("2 cases: all done", one.reference() + ": closed", other.reference() + ": closed");
        assertThat(details(other).saved().progress().status()).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void appliesToAllCasesOfThePage() {
        var sharedName = "Pair " + one.reference();
        for (var saved : List.of(one, other)) {
            caseService.askAdvisor(saved.id(), new ContactDetails(sharedName, ""), "");
        }
        advisor.opens("/advisor?view=all&q=" + sharedName.replace(" ", "%20")).chooses("All 2 on this page");
        apply("Take them");
        assertResults(
                "2 cases: all done", one.reference() + ": assigned to you", other.reference() + ": assigned to you");
    }

    @Test
    void asksForWordsBeforeClosingCasesOfWaitingStudents() {
        caseService.askAdvisor(other.id(), new ContactDetails("", ""), "Which one?");
        advisor.opens("/advisor?view=all&first=aws");
        select(one, other).apply("Close them");
        advisor.gets(200)
                .sees("Close 2 cases?")
                .sees("One student asked an advisor and waits for an answer.")
                .sees("Write what all 2 students will read");
        assertThat(details(one).saved().progress().status()).isEqualTo(CaseStatus.NEW);

        advisor.presses("Close 2 cases").gets(400).sees("Write to the students");
        advisor.types("Your words to the students", "Thank you. It was answered at the fair.")
                .presses("Close 2 cases");
        assertResults("2 cases: all done", one.reference() + ": closed", other.reference() + ": closed");
        advisor.isOn("/advisor?view=all&first=aws");
        for (var saved : List.of(one, other)) {
            assertThat(details(saved).saved().progress().conversation().messages())
                    .last()
                    .extracting(MessageView::text)
                    .isEqualTo("Thank you. It was answered at the fair.");
        }
    }

    @Test
    void assignsToAnotherAdvisor() {
        var colleague = desk.newAdvisor();
        advisor.opens("/advisor?view=all&first=aws");
        select(one);
        advisor.selects("Assign them to", colleague);
        apply("Assign them");
        assertResults("1 case: all done", one.reference() + ": assigned to " + colleague);
        assertThat(details(one).assignee()).contains(colleague);
    }

    @Test
    void doesNotChangeCasesThatSomeoneElseChanged() {
        select(one, other);
        reviewService.perform(one.id(), one.version(), new CaseAction.Note("Mine."), "ada");
        apply("Take them");
        assertResults(
                "2 cases: 1 not changed", one.reference() + ": not changed, because someone else changed this case");
        advisor.sees(other.reference() + ": assigned to you");
        assertThat(details(one).assignee()).isEmpty();
        assertThat(details(other).assignee()).contains(name);
    }

    @Test
    void reportsCasesThatDoNotAllowTheAction() {
        select(one).apply("Give them back");
        assertResults("1 case: 1 not changed", one.reference() + ": not changed, because it is not assigned");
    }

    @Test
    void reportsDeletedCases() {
        select(one);
        desk.delete(one);
        apply("Close them");
        assertResults("1 case: 1 not changed", "A case that no longer exists");
    }

    @Test
    void appliesTheActionOnceWhenSentTwice() {
        var fields = Map.of(
                "_csrf", advisor.html().select("main [name=_csrf]").val(), "case", one.id() + ":0", "move", "take");
        advisor.postsWithoutRedirect("/advisor/cases", fields).gets(303);
        advisor.opens("/advisor").sees("assigned to you");
        advisor.postsWithoutRedirect("/advisor/cases", fields).gets(303);
        advisor.opens("/advisor").sees("no change needed");
        assertThat(details(one).timeline().entries()).hasSize(1);
    }

    @Test
    void reportsMissingFieldsAndKeepsTheSelection() {
        advisor.presses("Apply").gets(400).sees("Select at least one case").sees("Select what to do");
        advisor.opens("/advisor?view=all&first=aws");
        select(one);
        apply("Assign them");
        advisor.gets(400).sees("Select the advisor to assign the cases to");
        assertThat(advisor.html().select(".queue input[checked]").eachAttr("value"))
                .containsExactly(one.id() + ":0");
    }

    @Test
    void rejectsInvalidForms() {
        var token = advisor.html().select("main [name=_csrf]").val();
        for (String broken : List.of("x", one.id(), one.id() + ":-1", one.id() + ":99999999999", "../:1")) {
            advisor.postsWithoutRedirect("/advisor/cases", Map.of("_csrf", token, "case", broken, "move", "take"))
                    .gets(400)
                    .sees("Select the cases again");
        }
        advisor.postsWithoutRedirect(
                        "/advisor/cases", Map.of("_csrf", token, "case", one.id() + ":0", "move", "decide"))
                .gets(400);
        advisor.postsWithoutRedirect(
                        "/advisor/cases?status=lost", Map.of("_csrf", token, "case", one.id() + ":0", "move", "take"))
                .gets(400);
        advisor.postsWithoutRedirect("/advisor/cases", Map.of("case", one.id() + ":0", "move", "take"))
                .gets(403);
        assertThat(details(one).timeline().entries()).isEmpty();
    }

    private BulkActionIT select(SavedRecommendation... cases) {
        for (var saved : cases) {
            var box = advisor.html().select("#select-" + saved.reference());
            assertThat(box).hasSize(1);
            box.attr("checked", "");
        }
        return this;
    }

    private void apply(String action) {
        advisor.selects("With the selected cases", action).presses("Apply");
    }

    private void assertResults(String heading, String... lines) {
        assertThat(advisor.texts("[role=status] h2")).containsExactly(heading);
        for (String line : lines) {
            assertThat(advisor.texts("[role=status] li")).anyMatch(text -> text.startsWith(line));
        }
    }

    private CaseDetails details(SavedRecommendation saved) {
        return reviewService.find(saved.id()).orElseThrow();
    }
}
