package dev.certpath.web.desk.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseDetails;
import dev.certpath.cases.CaseReviewService;
import dev.certpath.cases.CaseStatus;
import dev.certpath.cases.SavedRecommendation;
import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.OnEveryDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several cases at once: each is changed by itself, and the answer says of each what happened. */
@OnEveryDatabase
class BulkActionIT {

    private final DeskFixture desk = DeskFixture.shared();
    private final CaseReviewService casework = desk.bean(CaseReviewService.class);

    private String name;
    private HttpBrowser advisor;
    private SavedRecommendation one;
    private SavedRecommendation other;

    @BeforeEach
    void someoneLooksAtTheQueue() {
        one = desk.caseOf("aws");
        other = desk.caseOf("aws");
        name = desk.newAdvisor();
        advisor = desk.browserOf(name).opens("/advisor?view=all&first=aws");
    }

    @Test
    void takesGivesBackAndCloses() {
        ticks(one, other).does("Take them");
        sees("2 cases: all done", one.reference() + ": yours now", other.reference() + ": yours now");
        advisor.isOn("/advisor?view=all&first=aws");
        assertThat(file(one).assignee()).contains(name);

        ticks(one).does("Give them back");
        sees("1 case: all done", one.reference() + ": given back");
        assertThat(file(one).assignee()).isEmpty();

        ticks(one, other).does("Close them");
        sees("2 cases: all done", one.reference() + ": closed", other.reference() + ": closed");
        assertThat(file(other).saved().progress().status()).isEqualTo(CaseStatus.CLOSED);
    }

    @Test
    void assignsToSomeone() {
        var someone = desk.newAdvisor();
        advisor.opens("/advisor?view=all&first=aws");
        ticks(one);
        advisor.selects("Assign them to", someone);
        does("Assign them");
        sees("1 case: all done", one.reference() + ": assigned to " + someone);
        assertThat(file(one).assignee()).contains(someone);
    }

    @Test
    void oneThatSomeoneChangedMeanwhileIsLeftAndNamed() {
        ticks(one, other);
        casework.perform(one.id(), one.version(), new CaseAction.Note("Mine."), "ada");
        does("Take them");
        sees("2 cases: 1 left as it is", one.reference() + ": left as it is, for someone else changed it meanwhile");
        advisor.sees(other.reference() + ": yours now");
        assertThat(file(one).assignee()).isEmpty();
        assertThat(file(other).assignee()).contains(name);
    }

    @Test
    void oneThatDoesNotAllowItIsLeftAndNamed() {
        ticks(one).does("Give them back");
        sees("1 case: 1 left as it is", one.reference() + ": left as it is, for nobody has it");
    }

    @Test
    void oneThatIsGoneIsSaidToBe() {
        ticks(one);
        desk.delete(one);
        does("Close them");
        sees("1 case: 1 left as it is", "A case that is not there any more");
    }

    @Test
    void aSecondClickFindsWhatTheFirstDid() {
        var fields = Map.of(
                "_csrf", advisor.html().select("main [name=_csrf]").val(), "case", one.id() + ":0", "move", "take");
        advisor.postsWithoutRedirect("/advisor/cases", fields).gets(303);
        advisor.opens("/advisor").sees("yours now");
        advisor.postsWithoutRedirect("/advisor/cases", fields).gets(303);
        advisor.opens("/advisor").sees("it was so already");
        assertThat(file(one).timeline()).hasSize(1);
    }

    @Test
    void saysWhatIsMissingAndKeepsTheTicks() {
        advisor.presses("Do it").gets(400).sees("Tick at least one case").sees("Select what to do");
        advisor.opens("/advisor?view=all&first=aws");
        ticks(one);
        does("Assign them");
        advisor.gets(400).sees("Select whom to assign the cases to");
        assertThat(advisor.html().select(".queue input[checked]").eachAttr("value"))
                .containsExactly(one.id() + ":0");
    }

    @Test
    void takesOnlyWhatOurPageSends() {
        var token = advisor.html().select("main [name=_csrf]").val();
        for (String broken : List.of("x", one.id(), one.id() + ":-1", one.id() + ":99999999999", "../:1")) {
            advisor.postsWithoutRedirect("/advisor/cases", Map.of("_csrf", token, "case", broken, "move", "take"))
                    .gets(400)
                    .sees("Tick the cases again");
        }
        advisor.postsWithoutRedirect(
                        "/advisor/cases", Map.of("_csrf", token, "case", one.id() + ":0", "move", "decide"))
                .gets(400);
        advisor.postsWithoutRedirect(
                        "/advisor/cases?status=lost", Map.of("_csrf", token, "case", one.id() + ":0", "move", "take"))
                .gets(400);
        advisor.postsWithoutRedirect("/advisor/cases", Map.of("case", one.id() + ":0", "move", "take"))
                .gets(403);
        assertThat(file(one).timeline()).isEmpty();
    }

    private BulkActionIT ticks(SavedRecommendation... cases) {
        for (var saved : cases) {
            var box = advisor.html().select("#tick-" + saved.reference());
            assertThat(box).hasSize(1);
            box.attr("checked", "");
        }
        return this;
    }

    private void does(String move) {
        advisor.selects("With the ticked cases", move).presses("Do it");
    }

    private void sees(String heading, String... lines) {
        assertThat(advisor.texts("[role=status] h2")).containsExactly(heading);
        for (String line : lines) {
            assertThat(advisor.texts("[role=status] li")).anyMatch(text -> text.startsWith(line));
        }
    }

    private CaseDetails file(SavedRecommendation saved) {
        return casework.find(saved.id()).orElseThrow();
    }
}
