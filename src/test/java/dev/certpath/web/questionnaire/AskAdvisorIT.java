package dev.certpath.web.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseReviewService;
import dev.certpath.cases.CaseService;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.TestApplication;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asking an advisor, withdrawing the contact and deleting a recommendation. */
@OnEveryDatabase
class AskAdvisorIT {

    private static final String CHECK =
            "/questionnaire/check?employerCloud=aws&targetIndustry=retail&roleFocus=mlops&mlBackground=none";
    private static final String NAME = "Your name (optional)";
    private static final String EMAIL = "Your e-mail (optional)";
    private static final String NOTE = "What should they look at? (optional)";
    private static final String MESSAGE = "Your message";
    private static final String ASK = "Ask an advisor";

    private final TestApplication site = TestApplication.shared();
    private final HttpBrowser student = site.student();
    private String address = "";

    @BeforeEach
    void saveRecommendation() {
        address = student.opens(CHECK)
                .presses("Get my recommendation")
                .gets(200)
                .page()
                .address();
    }

    @Test
    void showsThatRequestIsWaiting() {
        student.types(NAME, "Somebody").types(EMAIL, "somebody@example.com").types(NOTE, "Is a beta wise?");
        student.presses(ASK)
                .gets(200)
                .sees("You asked on 23 November 2026", "Waiting since then", "Withdraw my contact");
    }

    @Test
    void saysWhatWasSentAndWhatHappensNext() {
        student.types(NOTE, "Is a beta wise?").presses(ASK).gets(200);

        assertThat(notice())
                .contains("Sent to the advisors", "your message of 23 November 2026 at 10:00am UTC")
                .contains("writes on this page", "keep the address of this page");
        assertThat(conversation()).containsExactly("You, 23 November 2026 at 10:00am UTC Is a beta wise?");
    }

    @Test
    void promisesNoMailWithoutMailServer() {
        student.opens(page()).doesNotSee("mail you", "mail me");
        student.types(EMAIL, "somebody@example.com").presses(ASK).gets(200);
        student.sees("Come back to see the answer").doesNotSee("by mail", "mail me");
    }

    @Test
    void noticeSurvivesReloadUntilAnAdvisorAnswers() {
        student.types(NOTE, "Is a beta wise?").presses(ASK);
        var address = student.page().address();
        student.opens(address).gets(200);
        assertThat(notice()).contains("Sent to the advisors");

        answers("Wait for the exam.");

        student.opens(address).gets(200).doesNotSee("Sent to the advisors");
        assertThat(notice()).contains("An advisor wrote to you on 23 November 2026");
    }

    @Test
    void pageWithoutQuestionHasNoNotice() {
        student.opens(student.page().address() + "?sent").gets(200);
        assertThat(student.texts(".notice")).noneMatch(text -> text.contains("Sent"));
    }

    @Test
    void showsBothSidesInOrder() {
        student.types(NOTE, "First question").presses(ASK);
        answers("First answer");
        student.opens(page())
                .types(MESSAGE, "Second question")
                .presses("Send message")
                .gets(200);
        decides("The decision's words");

        student.opens(page());
        assertThat(conversation())
                .extracting(text -> text.replaceFirst(", 23 November 2026 at 10:00am UTC", ":"))
                .containsExactly(
                        "You: First question",
                        "An advisor: First answer",
                        "You: Second question",
                        "An advisor decided: The decision's words");
    }

    @Test
    void writesAgainWithoutGivingContactAgain() {
        student.types(NAME, "Somebody").types(EMAIL, "somebody@example.com").presses(ASK);
        student.types(MESSAGE, "And another thing")
                .presses("Send message")
                .gets(200)
                .sees("And another thing");

        assertThat(site.count("contacts where name = 'Somebody' and email = 'somebody@example.com'"))
                .isPositive();
        assertThat(events()).containsExactly("ask", "write");
    }

    @Test
    void changesEmailAndKeepsName() {
        student.types(NAME, "Keeps-name").types(EMAIL, "wrong@example.com").presses(ASK);
        student.types(EMAIL, "right@example.com").types(MESSAGE, "New address").presses("Send message");

        assertThat(site.count("contacts where name = 'Keeps-name' and email = 'right@example.com'"))
                .isEqualTo(1);
    }

    @Test
    void asksForMessageWhenWritingAgain() {
        student.types(NOTE, "First").presses(ASK);
        student.types(EMAIL, "kept@example.com").presses("Send message").gets(400);
        student.seesProblem("Write a message to the advisors");
        assertThat(student.value(EMAIL)).isEqualTo("kept@example.com");
        assertThat(events()).containsExactly("ask");
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "decide", "decide, then close"})
    void asksAgainAfterCaseIsDone(String done) {
        boolean isDecided = done.startsWith("decide"); // the advisor who decided has the case
        student.types(NOTE, "First question").presses(ASK);
        if (isDecided) {
            decides("Because.");
        }
        if (done.endsWith("close")) {
            performs(new CaseAction.Close());
        }
        assertThat(waitingSince()).isEmpty();

        site.onDay(LocalDate.parse("2026-12-01"), () -> {
            student.opens(page())
                    .types(MESSAGE, "First question")
                    .presses("Ask again")
                    .gets(200);
            assertThat(notice()).contains("Sent to the advisors");
            student.sees(
                    "You asked on 1 December 2026", isDecided ? "An advisor is looking at it" : "Waiting since then");
            assertThat(waitingSince())
                    .hasValueSatisfying(time -> assertThat(time).startsWith("2026-12-01"));
            var advisor = site.advisor();
            advisor.opens("/advisor?view=all").gets(200).sees(reference());
            advisor.opens(casePage())
                    .sees(isDecided ? "Status In review" : "Status New")
                    .sees("Wrote to the advisors from " + (done.endsWith("close") ? "Closed" : "Decided") + " to "
                            + (isDecided ? "In review" : "New"));
        });
        if (isDecided) {
            student.opens(page()).sees("Because.");
        }
    }

    @Test
    void firstQuestionAboutDecidedCaseGoesToTheAdvisorWhoDecided() {
        decides("Unasked.");
        site.onDay(
                LocalDate.parse("2026-12-01"),
                () -> student.opens(page())
                        .presses(ASK)
                        .gets(200)
                        .sees("An advisor is looking at it", "Sent to the advisors"));
        assertThat(waitingSince()).isPresent();
    }

    @Test
    void caseOfAnAdvisorStaysTheirs() {
        student.presses(ASK);
        performs(new CaseAction.Take());
        performs(new CaseAction.Close());
        student.opens(page()).types(MESSAGE, "Again").presses("Ask again").sees("An advisor is looking at it");
        site.advisor().opens(casePage()).sees("Status In review", "Who has it ada");
    }

    @Test
    void doubleClickSendsOnce() {
        var form = Map.of("name", List.of("Double"), "note", List.of("Once"));
        var address = page() + "/ask";
        var both = Stream.of(1, 2)
                .map(click ->
                        CompletableFuture.supplyAsync(() -> site.student().postsWithoutRedirect(address, single(form))))
                .toList();
        both.forEach(click -> click.join().gets(303));
        student.posts(address, form).gets(200);

        assertThat(events()).containsExactly("ask");
        student.opens(page());
        assertThat(conversation()).hasSize(1);
        student.posts(address, Map.of("note", List.of("Twice"), "again", List.of("true")));
        student.posts(address, Map.of("note", List.of("Twice"), "again", List.of("true")));
        assertThat(events()).containsExactly("ask", "write");
    }

    @Test
    void sameMessageAfterAnAnswerIsAnotherOne() {
        student.types(NOTE, "Thank you").presses(ASK);
        answers("Anything else?");
        student.opens(page()).types(MESSAGE, "Thank you").presses("Send message");
        assertThat(conversation()).hasSize(3);
    }

    @Test
    void clearedDecisionLeavesConversation() {
        student.types(NOTE, "Question").presses(ASK);
        decides("Cleared words");
        performs(new CaseAction.ClearDecision());
        student.opens(page()).doesNotSee("Cleared words");
        assertThat(conversation()).hasSize(1);
    }

    @Test
    void decisionWithoutWordsIsInConversation() {
        student.types(NOTE, "Question").presses(ASK);
        decides("");
        student.opens(page());
        assertThat(conversation())
                .last()
                .isEqualTo("An advisor decided, 23 November 2026 at 10:00am UTC Agrees with the recommendation.");
    }

    @Test
    void showsLongConversationInPages() {
        student.presses(ASK);
        for (int number = 1; number <= 60; number++) {
            performs(new CaseAction.Message("Answer " + number));
        }
        for (var visitor : List.of(student.opens(page()), site.advisor().opens(casePage()))) {
            assertThat(visitor.texts(".conversation li"))
                    .hasSize(50)
                    .last()
                    .asString()
                    .endsWith("Answer 60");
            visitor.follows("Earlier messages").gets(200);
            assertThat(visitor.texts(".conversation li"))
                    .hasSize(10)
                    .first()
                    .asString()
                    .endsWith("Answer 1");
            visitor.follows("Later messages").gets(200);
            assertThat(visitor.texts(".conversation li")).hasSize(50);
        }
        for (var number : List.of("3", "0", "-1", "2147483647")) {
            student.opens(page() + "?conversation=" + number).gets(404);
        }
        student.opens(page() + "?conversation=x").gets(400);
    }

    @Test
    void advisorsFindCaseByEveryMessage() {
        student.types(NOTE, "Xylophone first").presses(ASK);
        student.types(MESSAGE, "Then a Zíther").presses("Send message");
        answers("Not a bassoon");
        var advisor = site.advisor();
        for (var text : List.of("xylophone", "zither", reference())) {
            advisor.opens("/advisor?view=all&q=" + text).sees(reference());
        }
        advisor.opens("/advisor?view=all&q=bassoon").doesNotSee(reference());
    }

    /** One character becomes eighteen, which a stranger could use to fill the disk. */
    @Test
    void storesNoLongSearchTextOfLigatures() {
        student.types(NOTE, "\uFDFA".repeat(2_000)).presses(ASK).gets(200);
        assertThat(site.count("messages where length(search_text) > 4000")).isZero();
        student.types(MESSAGE, "\u00DF".repeat(1_990) + " tuba").presses("Send message");
        site.advisor().opens("/advisor?view=all&q=tuba").sees(reference());
    }

    @Test
    void acceptsRequestWithoutContact() {
        student.presses(ASK).gets(200).sees("Waiting since then", "Nothing that you wrote is stored");
    }

    @Test
    void doesNotShowContact() {
        student.types(NAME, "Somebody").types(EMAIL, "somebody@example.com").types(NOTE, "Is a beta wise?");
        student.presses(ASK).doesNotSee("Somebody", "somebody@example.com");
    }

    @Test
    void withdrawsWhatTheStudentEntered() {
        student.types(NAME, "Withdrawn-name").types(NOTE, "Withdrawn-words").presses(ASK);
        answers("The advisor's words");
        student.opens(page()).follows("Withdraw my contact").gets(200).seesHeading("Withdraw your contact?");
        student.sees("your name", "all messages that you wrote").doesNotSee("your e-mail address");
        student.presses("Withdraw it").gets(200);
        assertThat(notice()).contains("Your contact is withdrawn");
        student.sees("The advisor's words", "Nothing that you wrote is stored", "Start with AWS");
        student.doesNotSee("Withdrawn-words");
        assertThat(site.count("contacts where name = 'Withdrawn-name'")).isZero();
        assertThat(site.count("messages where text = 'Withdrawn-words' or search_text = 'withdrawn-words'"))
                .isZero();
        assertThat(events()).containsExactly("ask", "message", "withdraw");
    }

    @Test
    void withdrawalAsksOnceAndCanBeCancelled() {
        student.types(NAME, "Kept-name")
                .presses(ASK)
                .follows("Withdraw my contact")
                .follows("Keep it");
        student.isOn(page());
        assertThat(site.count("contacts where name = 'Kept-name'")).isEqualTo(1);
    }

    @Test
    void withdrawalOfNothingSaysSo() {
        student.opens(page() + "/withdraw").gets(200).isOn(page() + "?withdrawn");
        student.opens("/recommendations/nothing/withdraw").gets(404);
    }

    @Test
    void writesAgainAfterWithdrawal() {
        student.types(NOTE, "Withdrawn")
                .presses(ASK)
                .follows("Withdraw my contact")
                .presses("Withdraw it");
        student.types(MESSAGE, "Here again").presses("Send message").gets(200).sees("Here again");
        student.sees("Withdraw my contact");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u3164 \u3164", "\u2800", "\u115F\u1160", "\uFEFF\u2060", "\uFE0F", "\u00A0"})
    void treatsNameOfInvisibleCharactersAsMissing(String name) {
        var before = site.count("contacts");

        student.types(NAME, name).presses(ASK).gets(200).sees("Nothing that you wrote is stored");

        assertThat(site.count("contacts")).isEqualTo(before);
    }

    /** Letters have a direction of their own, which must not change what follows the name. */
    @Test
    void nameChangesNothingAroundItOnThePagesOfAdvisors() {
        var name = "\u05D3\u05E0\u05D4 \u0627\u0628";
        student.types(NAME, "\u202E" + name + "\r\n1").presses(ASK).gets(200);
        var advisor = site.advisor().opens("/advisor?view=all&q=" + reference());
        assertThat(advisor.texts("th a bdi")).containsExactly(name + " 1");
        assertThat(advisor.opens(casePage()).texts("#question bdi")).containsExactly(name + " 1");
        assertThat(advisor.texts("#question")).containsExactly(name + " 1 asks");
    }

    @Test
    void keepsInputOfInvalidForm() {
        student.types(NAME, "Somebody").types(EMAIL, "nowhere").types(NOTE, "x".repeat(2_001));
        student.presses(ASK).gets(400).seesProblem("Enter an e-mail address such as name@example.com, or leave it out");
        student.seesProblem("Shorten your message to 2,000 characters");
        assertThat(student.page().html().select("#name").val()).isEqualTo("Somebody");
        assertThat(student.page().html().select("#email").val()).isEqualTo("nowhere");
    }

    /** A mail would go to each of several addresses, and a name could be made up. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "root,postmaster,ann@example.org",
                "ann@example.org,",
                "root;ann@example.org",
                "friends:root,ann@example.org;",
                "Ann<ann@example.org>",
                "<ann@example.org>",
                "(Ann)ann@example.org",
                "ann..lee@example.org",
                "ann@example..org",
                "ann\u202Elee@example.org",
                "ann\u200B@example.org",
                "ann@example.org\u2028Bcc:other"
            })
    void rejectsAnythingElseThanOneEmailAddress(String email) {
        student.types(EMAIL, email).presses(ASK).gets(400);
        student.seesProblem("Enter an e-mail address such as name@example.com, or leave it out");
        assertThat(student.page().html().select("#email").val()).isEqualTo(email);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann.lee+certs@example.org",
                "o'brien@example.org",
                "\u00FCnic\u00F6de@ex\u00E4mple.org",
                "ann@campus"
            })
    void acceptsUnusualEmailAddresses(String email) {
        student.types(EMAIL, email).presses(ASK).gets(200);
        assertThat(site.count("contacts where email = '" + email.replace("'", "''") + "'"))
                .isPositive();
    }

    @Test
    void escapesMarkup() {
        student.types(EMAIL, "<b>nobody</b>").presses(ASK).gets(400);
        assertThat(student.page().html().select("main b:contains(nobody)")).isEmpty();
    }

    @Test
    void deletesEverythingAfterConfirmation() {
        student.types(NAME, "Gone-for-good").presses(ASK);
        var address = page();
        student.follows("Delete this recommendation").seesHeading("Delete this recommendation?");
        student.presses("Delete it").gets(200).seesHeading("The recommendation is deleted");
        student.opens(address).gets(404);
        assertThat(site.count("contacts where name = 'Gone-for-good'")).isZero();
        assertThat(site.count("case_events e where not exists (select 1 from cases c where c.id = e.case_id)"))
                .isZero();
    }

    @Test
    void deletesTwiceWithoutError() {
        var address = student.page().address();
        student.posts(address + "/delete", Map.of()).gets(200);
        student.posts(address + "/delete", Map.of()).gets(200);
    }

    @Test
    void answersFormsOfUnknownRecommendationWith404() {
        student.posts("/recommendations/nothing/ask", Map.of("name", List.of("Somebody")))
                .gets(404);
        student.posts("/recommendations/nothing/withdraw", Map.of()).gets(404);
    }

    @Test
    void keepsDateOfFirstRequest() {
        student.presses(ASK);
        var address = page();
        site.onDay(
                LocalDate.parse("2026-12-01"),
                () -> student.posts(address + "/ask", Map.of("name", List.of("Late")))
                        .sees("You asked on 23 November 2026"));
    }

    @Test
    void acceptsTwentyMessagesADay() {
        var address = page();
        for (int message = 1; message <= 20; message++) {
            student.posts(address + "/ask", note("Message " + message)).gets(200);
        }
        student.posts(address + "/ask", note("One too many"))
                .gets(429)
                .seesProblem("Send this message tomorrow. Advisors accept 20 messages a day about one recommendation.");
        assertThat(student.value(MESSAGE)).isEqualTo("One too many");
        assertThat(student.header("Retry-After")).containsOnlyDigits();
        site.onDay(
                LocalDate.parse("2026-11-24"),
                () -> student.presses("Send message").gets(200));
        assertThat(site.count("messages where text = 'One too many'")).isEqualTo(1);
    }

    /** The path of the recommendation's page. */
    private String page() {
        return address;
    }

    private String casePage() {
        return address.replace("/recommendations/", "/advisor/cases/");
    }

    private String id() {
        return address.replace("/recommendations/", "");
    }

    private String reference() {
        return site.bean(CaseService.class).find(id()).orElseThrow().reference();
    }

    private void answers(String text) {
        performs(new CaseAction.Message(text));
    }

    private void decides(String text) {
        var recommendation =
                site.bean(CaseService.class).find(id()).orElseThrow().recommendation();
        performs(new CaseAction.Decide(
                recommendation.first().track(), recommendation.second().track(), "", text));
    }

    private void performs(CaseAction action) {
        var desk = site.bean(CaseReviewService.class);
        var version = desk.find(id()).orElseThrow().saved().version();
        desk.perform(id(), version, action, "ada").orElseThrow();
    }

    /** The types of the events of the case, oldest first. */
    private List<String> events() {
        return site.bean(JdbcClient.class)
                .sql(
                        "select what from case_events e join cases c on c.id = e.case_id where c.address = ? order by e.id")
                .param(id())
                .query(String.class)
                .list();
    }

    private Optional<String> waitingSince() {
        return site.bean(JdbcClient.class)
                .sql("select coalesce(cast(waiting_since as varchar(40)), '') from cases where address = ?")
                .param(id())
                .query(String.class)
                .optional()
                .filter(time -> !time.isEmpty());
    }

    private String notice() {
        return String.join("\n", student.texts("main > .notice"));
    }

    private List<String> conversation() {
        return student.texts(".conversation li");
    }

    private static Map<String, String> single(Map<String, List<String>> fields) {
        return fields.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, field -> field.getValue().get(0)));
    }

    private static Map<String, List<String>> note(String text) {
        return Map.of("note", List.of(text));
    }
}
