package dev.certpath.web.desk.review;

import static dev.certpath.testsupport.DeskFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.cases.Case;
import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseCommentView;
import dev.certpath.cases.CaseDetails;
import dev.certpath.cases.CaseReviewService;
import dev.certpath.cases.CaseService;
import dev.certpath.cases.CaseStatus;
import dev.certpath.cases.ContactDetails;
import dev.certpath.cases.SavedRecommendation;
import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.OnEveryDatabase;
import jakarta.persistence.EntityManagerFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.MessageSource;

/** Actions of advisors on the page of a case, also of two advisors at once. */
@OnEveryDatabase
class CaseActionPageIT {

    private final DeskFixture desk = DeskFixture.shared();
    private final CaseReviewService reviewService = desk.bean(CaseReviewService.class);
    private final CaseService caseService = desk.bean(CaseService.class);
    private final MessageSource messages = desk.bean(MessageSource.class);

    private String name = "";
    private HttpBrowser advisor;
    private SavedRecommendation saved;

    @BeforeEach
    void opensCase() {
        name = desk.newAdvisor();
        saved = desk.caseOf("aws");
        advisor = desk.browserOf(name).opens(page());
    }

    @Test
    void takesCaseAndGivesItBack() {
        advisor.presses("Take it").isOn(page()).sees("The case is yours").sees("Who has it you");
        advisor.sees("Status In review");
        assertThat(buttons()).doesNotContain("Take it");
        advisor.presses("Give it back").sees("Nobody has the case now").sees("Status New");
        assertThat(buttons()).doesNotContain("Give it back");
    }

    @Test
    void assignsToAdvisorFromList() {
        var other = desk.newAdvisor();
        advisor.opens(page()).selects("Assign to", other).presses("Assign");
        advisor.sees("The case is assigned").sees("Who has it " + other);
        assertThat(buttons()).contains("Take it", "Unassign");
    }

    @Test
    void doesNotAssignToDisabledAdvisor() {
        var disabled = desk.newAdvisor();
        desk.disable(disabled);
        advisor.opens(page());
        assertThat(advisor.texts("#to option")).contains(name).doesNotContain(disabled);
        sends(Map.of("move", "assign", "to", disabled)).gets(400).sees("Select an advisor from the list");
        sends(Map.of("move", "assign")).gets(400).sees("There is a problem");
        assertThat(details().assignee()).isEmpty();
    }

    @Test
    void closedCaseOffersOnlyAllowedActions() {
        advisor.presses("Close the case").sees("The case is closed").sees("Status Closed");
        assertThat(buttons()).containsExactlyInAnyOrder("Reopen the case", "Send message", "Add note");
        advisor.presses("Reopen the case").sees("The case is open again").sees("Status New");
    }

    @Test
    void redirectsToCaseAfterAction() {
        sends(Map.of("move", "take")).gets(303);
        assertThat(advisor.header("Location")).endsWith(page());
    }

    @Test
    void showsPageForActionThatIsNotAllowed() {
        sends(Map.of("move", "reopen"))
                .gets(409)
                .sees("does not allow this action")
                .sees("Reopen the case");
        sends(Map.of("move", "clear-decision")).gets(409).sees("does not allow this action");
        sends(Map.of("move", "give-back"))
                .gets(409)
                .follows("See the case as it is now")
                .isOn(page());
        assertThat(details().timeline().entries()).isEmpty();
    }

    @Test
    void showsTextOfDecisionOnClosedCase() {
        reviewService.perform(saved.id(), 0, new CaseAction.Close(), "bob");
        sends(Map.of("move", "decide", "version", "1", "verdict", "agree", "words", "A long letter"))
                .gets(409)
                .sees("does not allow this action")
                .sees("A long letter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TAKE", "delete", "take "})
    void rejectsUnknownAction(String action) {
        sends(Map.of("move", action)).gets(400).sees("can't be read");
        assertThat(details().timeline().entries()).isEmpty();
    }

    @Test
    void rejectsActionWithoutCsrfToken() {
        advisor.postsWithoutRedirect(page(), Map.of("move", "take", "version", "0"))
                .gets(403);
        assertThat(details().assignee()).isEmpty();
    }

    @Test
    void deletedCaseIsNotFound() {
        var token = advisor.html().select("[name=_csrf]").first().val();
        desk.delete(saved);
        advisor.postsWithoutRedirect(page(), Map.of("move", "take", "version", "0", "_csrf", token))
                .gets(404);
    }

    @ParameterizedTest
    @CsvSource({
        "note, note, New note, Enter a note",
        "close, closing, Your last words to the student, who asked and waits for an answer",
        "decide, words, Your words to the student, Enter a message to the student",
    })
    void requiresTextOfLimitedLengthWithoutControlCharacters(
            String action, String field, String label, String missing) {
        caseService.askAdvisor(saved.id(), new ContactDetails("Ann Lee", ""), "Which one?");
        var form = Map.of("move", action, "verdict", "later", "version", "1");
        sends(with(form, field, " \r\n ")).gets(400).sees(missing);
        sends(with(form, field, "a\r\n".repeat(1000) + "bb"))
                .gets(400)
                .sees("to 2,000 characters")
                .sees("2,002 now.");
        assertThat(advisor.value(label)).endsWith("bb");
        sends(with(form, field, "a\u0000b")).gets(400).sees("control characters");
        assertThat(details().timeline().entries()).hasSize(1);

        sends(with(form, field, "a\r\n".repeat(999) + "bb")).gets(303);
        assertThat(details().timeline().entries()).hasSize(2);
    }

    private static Map<String, String> with(Map<String, String> form, String field, String value) {
        var fields = new HashMap<>(form);
        fields.put(field, value);
        return fields;
    }

    @ParameterizedTest
    @CsvSource({"note, New note, Enter a note", "message, New message, Enter a message to the student"})
    void closedCaseRequiresText(String action, String label, String missing) {
        reviewService.perform(saved.id(), 0, new CaseAction.Close(), "bob");
        sends(Map.of("move", action, "version", "1", action, " \r\n "))
                .gets(400)
                .sees(missing);
        sends(Map.of("move", action, "version", "1", action, "a".repeat(2001))).gets(400);
        assertThat(advisor.value(label)).endsWith("aa");
    }

    @Test
    void invalidNoteDoesNotChangeOtherForms() {
        reviewService.perform(
                saved.id(), 0, new CaseAction.Decide("azure", "google", "other", "Decided before"), "bob");
        sends(Map.of("move", "note", "version", "1", "note", "")).gets(400);
        assertThat(advisor.value("Your words to the student")).isEqualTo("Decided before");
        assertThat(advisor.html().title()).startsWith("Error: ");
    }

    @ParameterizedTest
    @CsvSource({
        "New note, Add note, Add mine as well",
    })
    void keepsTextOnConflict(String label, String button, String again) {
        var slow = desk.browserOf(desk.newAdvisor()).opens(page());
        advisor.types(label, "Theirs came first").presses(button).gets(200);

        slow.types(label, "Mine came second").presses(button).gets(409).sees("Someone else changed case");
        slow.sees("Theirs came first");
        assertThat(slow.value(label)).isEqualTo("Mine came second");
        assertThat(details().timeline().entries()).hasSize(1);

        slow.presses(again).isOn(page()).sees("Theirs came first").sees("Mine came second");
        assertThat(details().timeline().entries()).hasSize(2);
    }

    @Test
    void keepsTextOfDecisionWhenSomeoneElseClosesCase() {
        var slow = desk.browserOf(desk.newAdvisor()).opens(page());
        advisor.presses("Close the case");

        slow.chooses("Agree with the recommendation").types("Your words to the student", "A long letter");
        slow.presses("Save").gets(409).sees("Someone else changed case").sees("A long letter");
        slow.sees("Closed the case from New to Closed");
        assertThat(details().saved().decision()).isEmpty();
    }

    @Test
    void takesCaseAnywayAfterConflict() {
        var slowName = desk.newAdvisor();
        var slow = desk.browserOf(slowName).opens(page());
        advisor.presses("Take it");

        slow.presses("Take it")
                .gets(409)
                .sees("Someone else changed case")
                .sees("Took the case from nobody to " + name);
        assertThat(details().assignee()).contains(name);

        slow.presses("Apply anyway").isOn(page()).sees("Who has it you");
        assertThat(details().assignee()).contains(slowName);
    }

    @Test
    void keepsSelectedAdvisorOnConflict() {
        var slow = desk.browserOf(desk.newAdvisor()).opens(page());
        advisor.presses("Take it");

        slow.selects("Assign to", name).presses("Assign").gets(409);
        assertThat(slow.html().select("#to [selected]").val()).isEqualTo(name);
    }

    @Test
    void correctedFormKeepsVersion() {
        var slow = desk.browserOf(desk.newAdvisor()).opens(page());
        advisor.presses("Take it");

        slow.types("New note", "").presses("Add note").gets(400);
        slow.types("New note", "Now with words").presses("Add note").gets(409);
        assertThat(slow.value("New note")).isEqualTo("Now with words");
    }

    @Test
    void doubleClickIsNoConflict() {
        sends(Map.of("move", "note", "note", "Twice")).gets(303);
        sends(Map.of("move", "note", "version", "0", "note", "Twice")).gets(303);
        assertThat(details().notes()).extracting(CaseCommentView::text).containsExactly("Twice");

        sends(Map.of("move", "close", "version", "1")).gets(303);
        sends(Map.of("move", "close", "version", "1")).gets(303);
        assertThat(details().timeline().entries()).hasSize(2);
    }

    @Test
    void anotherNoteOfSameAdvisorIsConflict() {
        sends(Map.of("move", "note", "note", "One")).gets(303);
        sends(Map.of("move", "note", "version", "0", "note", "Another")).gets(409);
        assertThat(advisor.value("New note")).isEqualTo("Another");
    }

    @ParameterizedTest
    @CsvSource({"New note, Add note, note"})
    void keepsTextWhenSessionIsLost(String label, String button, String action) {
        advisor.types(label, "A long letter")
                .removesCookie("certpath")
                .presses(button)
                .isOn("/login?again");

        advisor.submitsLogin(name, PASSWORD).isOn(page()).sees("You were logged out before this was saved");
        assertThat(advisor.value(label)).isEqualTo("A long letter");
        assertThat(details().timeline().entries()).isEmpty();

        advisor.presses(button).isOn(page());
        assertThat(details().timeline().entries())
                .extracting(entry -> entry.type())
                .containsExactly(action);
    }

    @Test
    void showsTextAfterLoginWhenActionIsNoLongerAllowed() {
        advisor.chooses("Agree with the recommendation").types("Your words to the student", "A long letter");
        advisor.removesCookie("certpath").presses("Save").isOn("/login?again");
        reviewService.perform(saved.id(), 0, new CaseAction.Close(), "bob");

        advisor.submitsLogin(name, PASSWORD).sees("does not allow this action").sees("A long letter");
    }

    @Test
    void showsInputOfOtherFormsAgainWithoutSavingIt() {
        sends(Map.of("move", "take", "note", "Ring back", "verdict", "other", "first", "azure", "words", "Because"))
                .gets(303);

        advisor.opens(page()).sees("The case is yours");
        assertThat(advisor.value("New note")).isEqualTo("Ring back");
        assertThat(advisor.value("Your words to the student")).isEqualTo("Because");
        assertThat(advisor.html().select("[name=verdict][checked]").val()).isEqualTo("other");
        assertThat(advisor.html().select("#first option[selected]").val()).isEqualTo("azure");
        assertThat(details().timeline().entries())
                .extracting(entry -> entry.type())
                .containsExactly("take");

        advisor.opens(page());
        assertThat(advisor.value("New note")).isEmpty();
        assertThat(advisor.html().select("[name=verdict][checked]").val()).isEqualTo("agree");
    }

    @Test
    void doesNotShowSavedInputAgain() {
        sends(Map.of("move", "note", "note", "Rang back", "closing", "I ask around", "to", name));
        advisor.opens(page());
        assertThat(advisor.value("New note")).isEmpty();
        assertThat(advisor.html().select("#to option[selected]").val()).isEqualTo(name);

        sends(Map.of("move", "decide", "version", "1", "verdict", "agree", "words", "Go on", "note", "Decided"));
        advisor.opens(page());
        sends(Map.of("move", "clear-decision", "version", "2", "verdict", "agree", "words", "Go on"));
        advisor.opens(page());
        assertThat(advisor.value("Your words to the student"))
                .as("as it stood, and not typed")
                .isEmpty();
    }

    @Test
    void reportsConflictForOtherFormAfterInvalidInput() {
        reviewService.perform(saved.id(), 0, new CaseAction.Note("Theirs"), "bob");
        sends(Map.of("move", "note", "note", "", "verdict", "agree", "words", "Mine"))
                .gets(400);

        advisor.presses("Save").gets(409).sees("Someone else changed case").sees("Theirs");
        assertThat(advisor.value("Your words to the student")).isEqualTo("Mine");
    }

    @ParameterizedTest
    @CsvSource({"take, '', 303", "note, A hard one, 303", "note, '', 400", "reopen, '', 409"})
    void loadsCaseOncePerRequest(String action, String note, int status) {
        var token = advisor.html().select("[name=_csrf]").first().val();
        var statistics = desk.bean(EntityManagerFactory.class)
                .unwrap(SessionFactory.class)
                .getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();

        advisor.postsWithoutRedirect(page(), Map.of("_csrf", token, "move", action, "version", "0", "note", note))
                .gets(status);

        assertThat(statistics.getEntityStatistics(Case.class.getName()).getLoadCount())
                .isEqualTo(1);
        statistics.setStatisticsEnabled(false);
    }

    @ParameterizedTest
    @EnumSource(CaseAction.Type.class)
    void everyActionHasMessages(CaseAction.Type type) {
        for (String prefix : new String[] {"action.done.", "action.again.", "action.label.", "timeline."}) {
            assertThat(messages.getMessage(prefix + type, null, null))
                    .as(prefix + type)
                    .isNotBlank();
        }
    }

    @ParameterizedTest
    @EnumSource(CaseStatus.class)
    void everyStatusHasMessage(CaseStatus status) {
        assertThat(messages.getMessage("case.status." + status, null, null)).isNotBlank();
    }

    /** Submits a form of the page, with version 0 unless the fields have another one. */
    private HttpBrowser sends(Map<String, String> fields) {
        var form = new HashMap<>(Map.of("version", "0"));
        form.putAll(fields);
        form.put(
                "_csrf",
                advisor.opens(page()).html().select("[name=_csrf]").first().val());
        return advisor.postsWithoutRedirect(page(), form);
    }

    private List<String> buttons() {
        return advisor.texts("main button").stream()
                .filter(button -> !button.equals("Save"))
                .toList();
    }

    private CaseDetails details() {
        return reviewService.find(saved.id()).orElseThrow();
    }

    private String page() {
        return "/advisor/cases/" + saved.id();
    }
}
