package dev.certpath.web.desk.review;

import static dev.certpath.testsupport.DeskFixture.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.certpath.cases.AdvisorDecision;
import dev.certpath.cases.SavedRecommendation;
import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.MovableClock;
import dev.certpath.testsupport.OnEveryDatabase;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Decisions: an advisor agrees, or selects another first and second with a reason. */
@OnEveryDatabase
class DecisionIT {

    private final DeskFixture desk = DeskFixture.shared();
    private final MovableClock clock = desk.clock();

    private String name = "";
    private HttpBrowser advisor;

    @BeforeEach
    void createsAdvisor() {
        name = desk.newAdvisor();
        advisor = desk.browserOf(name);
    }

    @Test
    void showsRecommendation() {
        var saved = desk.caseOf("aws");
        var recommendation = saved.recommendation();

        advisor.opens(page(saved))
                .sees("Case " + saved.reference())
                .sees(recommendation.first().exam().name())
                .sees(recommendation.first().exam().code())
                .sees(recommendation.second().exam().name())
                .sees(recommendation.second().exam().code())
                .sees("Your employer runs on AWS")
                .sees("Total")
                .sees("Practitioner");
        advisor.follows("The student's page").isOn("/recommendations/" + saved.id());
    }

    @Test
    void agrees() {
        var saved = desk.caseOf("aws");

        advisor.opens(page(saved))
                .chooses("Agree with the recommendation")
                .presses("Save")
                .isOn(page(saved))
                .sees("Your decision is saved")
                .sees("Agrees with the recommendation.")
                .sees(name)
                .opens(page(saved))
                .doesNotSee("Your decision is saved");

        assertFalse(desk.find(saved.id()).isOverruled());
        assertEquals(name, decision(saved).author());
        assertEquals("", decision(saved).text());
    }

    @Test
    void decidesOnAnotherFirstAndSecond() {
        var saved = desk.caseOf("aws");

        decides(advisor.opens(page(saved)), "Azure", "Google", "You said you like Teams.\nSo start there.")
                .isOn(page(saved))
                .sees("Another first and second: MAzure, then Google.")
                .sees("Reason: Cost or time");

        assertTrue(desk.find(saved.id()).isOverruled());
        assertEquals("azure", decision(saved).first());
        assertEquals("google", decision(saved).second());
        assertEquals("cost-or-time", decision(saved).reason());
        assertEquals(
                "You said you like Teams.\nSo start there.", decision(saved).text());
    }

    @Test
    void redirectsToCaseAfterSaving() {
        var saved = desk.caseOf("aws");
        var token =
                advisor.opens(page(saved)).html().select("main [name=_csrf]").val();

        advisor.postsWithoutRedirect(page(saved), agreement(token, 0, "a\r\nb")).gets(303);

        assertTrue(advisor.header("Location").endsWith(page(saved)), advisor.header("Location"));
        assertEquals("a\nb", decision(saved).text());
    }

    @Test
    void changesDecision() {
        var saved = desk.caseOf("aws");
        decides(advisor.opens(page(saved)), "Azure", "Google", "At first");

        assertEquals(
                "azure",
                advisor.opens(page(saved)).html().select("#first [selected]").val());
        assertEquals("At first", advisor.value("Your words to the student"));
        advisor.chooses("Agree with the recommendation")
                .types("Your words to the student", "On second thoughts")
                .presses("Save")
                .sees("On second thoughts", "At first"); // the conversation keeps what the student was told

        assertFalse(desk.find(saved.id()).isOverruled());
    }

    @Test
    void formWithoutVerdictIsInvalid() {
        var saved = desk.caseOf("aws");

        advisor.opens(page(saved)).types("Your words to the student", "Typed already");
        advisor.html().select("[name=verdict]").removeAttr("checked");
        advisor.presses("Save").gets(400).sees("There is a problem").sees("Select whether you agree");

        assertEquals("Typed already", advisor.value("Your words to the student"));
        assertTrue(desk.find(saved.id()).decision().isEmpty());
    }

    @Test
    void anotherFirstRequiresTracksReasonAndText() {
        var saved = desk.caseOf("aws");

        advisor.opens(page(saved))
                .chooses("Another first and second")
                .presses("Save")
                .gets(400)
                .sees("Select the certification to take first")
                .sees("Select the certification to take second")
                .sees("Select the reason for another first and second")
                .sees("Tell the student why");
        decides(advisor, "Azure", "Azure", "Why not").gets(400).sees("Select another certification as second");
    }

    @Test
    void anotherFirstMustDifferFromRecommendation() {
        var saved = desk.caseOf("aws");
        var recommendation = saved.recommendation();

        decides(
                        advisor.opens(page(saved)),
                        recommendation.track(recommendation.first().track()).name(),
                        recommendation.track(recommendation.second().track()).name(),
                        "Words")
                .gets(400)
                .sees("Select another first or second, or agree");
    }

    @Test
    void rejectsUnknownTrack() {
        var saved = desk.caseOf("aws");
        var token =
                advisor.opens(page(saved)).html().select("main [name=_csrf]").val();

        advisor.postsWithoutRedirect(
                        page(saved),
                        Map.of(
                                "_csrf", token, "move", "decide", "version", "0", "verdict", "other", "first", "oracle",
                                "second", "'; drop", "words", "w"))
                .gets(400)
                .sees("Select the certification to take first");
    }

    @Test
    void limitsTextTo2000CharactersWithLineBreaksCountedOnce() {
        var saved = desk.caseOf("aws");
        var longest = "a\n".repeat(999) + "bb";
        var token =
                advisor.opens(page(saved)).html().select("main [name=_csrf]").val();

        advisor.postsWithoutRedirect(page(saved), agreement(token, 0, longest.replace("\n", "\r\n") + "c"))
                .gets(400)
                .sees("Shorten your words to 2,000 characters. They have 2,001 now.");
        advisor.postsWithoutRedirect(page(saved), agreement(token, 0, longest.replace("\n", "\r\n")))
                .gets(303);

        assertEquals(longest, decision(saved).text());
    }

    @Test
    void rejectsControlCharacters() {
        var saved = desk.caseOf("aws");
        var token =
                advisor.opens(page(saved)).html().select("main [name=_csrf]").val();

        advisor.postsWithoutRedirect(page(saved), agreement(token, 0, "a\u0000b"))
                .gets(400)
                .sees("control characters");
    }

    @Test
    void escapesMarkupInText() {
        var saved = desk.caseOf("aws");
        var markup = "<script>alert(1)</script><b>\"bold\"</b> </textarea>";

        advisor.opens(page(saved))
                .chooses("Agree with the recommendation")
                .types("Your words to the student", markup)
                .presses("Save")
                .sees(markup);

        assertEquals(markup, advisor.value("Your words to the student"));
        assertTrue(
                advisor.html().select("main script, main b:containsOwn(bold)").isEmpty());
    }

    @Test
    void showsBothVersionsOnConflictAndSavesAnyway() {
        var saved = desk.caseOf("aws");
        var slow = desk.browserOf(desk.newAdvisor()).opens(page(saved));
        decides(advisor.opens(page(saved)), "Azure", "Google", "Theirs came first");

        slow.chooses("Agree with the recommendation")
                .types("Your words to the student", "Mine came second")
                .presses("Save")
                .gets(409)
                .sees("Someone else changed case")
                .sees("Theirs came first");
        assertEquals("Mine came second", slow.value("Your words to the student"));
        assertEquals("Theirs came first", decision(saved).text());

        slow.presses("Save mine instead").gets(200).isOn(page(saved)).sees("Your decision is saved");
        assertEquals("Mine came second", decision(saved).text());
    }

    @Test
    void formWithoutVersionIsConflict() {
        var saved = desk.caseOf("aws");

        var token =
                advisor.opens(page(saved)).html().select("main [name=_csrf]").val();

        var form = new HashMap<>(agreement(token, 0, "Mine"));
        form.put("version", "latest");
        advisor.postsWithoutRedirect(page(saved), form).gets(409).sees("Someone else changed case");

        assertEquals("Mine", advisor.value("Your words to the student"));
        assertTrue(desk.find(saved.id()).decision().isEmpty());
    }

    @Test
    void ignoresReasonOfAgreement() {
        var saved = desk.caseOf("aws");

        advisor.opens(page(saved))
                .chooses("Agree with the recommendation")
                .selects("Reason", "Cost or time")
                .presses("Save")
                .gets(200);

        assertNull(decision(saved).reason());
    }

    @Test
    void rejectsUnknownReason() {
        var saved = desk.caseOf("aws");
        var token =
                advisor.opens(page(saved)).html().select("main [name=_csrf]").val();
        var form = new HashMap<>(agreement(token, 0, "Words"));
        form.putAll(Map.of("verdict", "other", "first", "azure", "second", "google", "reason", "because"));

        advisor.postsWithoutRedirect(page(saved), form)
                .gets(400)
                .sees("Select the reason for another first and second");

        assertEquals("Words", advisor.value("Your words to the student"));
        assertTrue(desk.find(saved.id()).decision().isEmpty());
    }

    @Test
    void clearsDecisionButNotRecommendation() {
        var saved = desk.caseOf("aws");
        decides(advisor.opens(page(saved)), "Azure", "Google", "On second sight");

        advisor.presses("Clear the decision")
                .isOn(page(saved))
                .sees("The decision is cleared")
                .sees(saved.recommendation().first().exam().name());

        assertTrue(desk.find(saved.id()).decision().isEmpty());
        assertEquals("", advisor.value("Your words to the student"));
        assertEquals("", advisor.html().select("#reason [selected]").val());
        advisor.opens("/recommendations/" + saved.id()).doesNotSee("On second sight");
    }

    @Test
    void showsRecommendationNextToDecision() {
        var saved = desk.caseOf("aws");

        decides(advisor.opens(page(saved)), "Azure", "Google", "Trust me")
                .sees("Azure, then Google")
                .sees(saved.recommendation().first().exam().name())
                .sees(saved.recommendation().second().exam().name())
                .sees("Your employer runs on AWS");
    }

    @Test
    void doubleClickIsNoConflict() {
        var saved = desk.caseOf("aws");
        var token =
                advisor.opens(page(saved)).html().select("main [name=_csrf]").val();

        advisor.postsWithoutRedirect(page(saved), agreement(token, 0, "Twice")).gets(303);
        advisor.postsWithoutRedirect(page(saved), agreement(token, 0, "Twice")).gets(303);

        assertEquals(1, desk.find(saved.id()).version());
    }

    @Test
    void rejectsDecisionWithoutCsrfToken() {
        var saved = desk.caseOf("aws");

        advisor.postsWithoutRedirect(page(saved), Map.of("move", "decide", "version", "0", "verdict", "agree"))
                .gets(403);

        assertTrue(desk.find(saved.id()).decision().isEmpty());
    }

    @Test
    void unknownCaseIsNotFound() {
        advisor.opens("/advisor/cases/00000000000000000000000000").gets(404).sees("There is no such case");
        advisor.opens("/advisor/cases/" + desk.caseOf("aws").reference()).gets(404);
    }

    @Test
    void anonymousUserCannotSeeCases() {
        var saved = desk.caseOf("aws");

        desk.browser().opens(page(saved)).isOn("/login").doesNotSee(saved.reference());
    }

    @Test
    void keepsDecisionWhenSessionIsLostWithoutSavingIt() {
        var saved = desk.caseOf("aws");
        decides(advisor.opens(page(saved)).removesCookie("certpath"), "Azure", "Google", "A long letter")
                .isOn("/login?again");

        advisor.submitsLogin(name, PASSWORD).isOn(page(saved)).sees("You were logged out before this was saved");

        assertTrue(desk.find(saved.id()).decision().isEmpty());
        assertEquals("A long letter", advisor.value("Your words to the student"));
        advisor.presses("Save").sees("Your decision is saved");
        assertEquals("azure", decision(saved).first());
    }

    @Test
    void keepsDecisionWhenSessionExpires() {
        var saved = desk.caseOf("aws");
        advisor.opens(page(saved));
        clock.advance(Duration.ofHours(12));

        decides(advisor, "Azure", "Google", "A long letter").isOn("/login?again");

        advisor.submitsLogin(name, PASSWORD).isOn(page(saved));
        assertEquals("A long letter", advisor.value("Your words to the student"));
    }

    private static HttpBrowser decides(HttpBrowser browser, String first, String second, String text) {
        return browser.chooses("Another first and second")
                .selects("First", first)
                .selects("Second", second)
                .selects("Reason", "Cost or time")
                .types("Your words to the student", text)
                .presses("Save");
    }

    private static Map<String, String> agreement(String token, int version, String text) {
        return Map.of("_csrf", token, "move", "decide", "version", "" + version, "verdict", "agree", "words", text);
    }

    private AdvisorDecision decision(SavedRecommendation saved) {
        return desk.find(saved.id()).decision().orElseThrow();
    }

    private static String page(SavedRecommendation saved) {
        return "/advisor/cases/" + saved.id();
    }
}
