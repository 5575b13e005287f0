package dev.certpath.web.desk.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseReviewService;
import dev.certpath.cases.CaseService;
import dev.certpath.cases.ContactDetails;
import dev.certpath.cases.SavedRecommendation;
import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.MovableClock;
import dev.certpath.testsupport.OnEveryDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a case's page shows, and what of it the student's page never does. */
@OnEveryDatabase
class CasePageIT {

    private final DeskFixture desk = DeskFixture.shared();
    private final CaseService caseService = desk.bean(CaseService.class);
    private final JdbcClient database = desk.bean(JdbcClient.class);
    private final MovableClock clock = desk.clock();

    private String name = "";
    private HttpBrowser advisor;

    private Instant now = Instant.EPOCH;

    @BeforeEach
    void logsInOnDayOfCases() {
        now = clock.instant();
        clock.set(Instant.parse("2026-11-23T10:00:00Z"));
        name = desk.newAdvisor();
        advisor = desk.browserOf(name);
    }

    @AfterEach
    void resetsClock() {
        clock.set(now);
    }

    @Test
    void newCaseIsUnassignedAndNotAsked() {
        advisor.opens(page(desk.caseOf("aws"))).sees("Status New").sees("Who has it nobody");
        advisor.sees("did not ask")
                .sees("Nothing has changed since the case was opened")
                .doesNotSee("??");
        assertThat(advisor.html().select(".contact")).isEmpty();
    }

    @Test
    void showsTimelineInPages() {
        var saved = desk.caseOf("aws");
        for (int change = 0; change < 60; change++) {
            var action = change % 2 == 0 ? new CaseAction.Close() : new CaseAction.Reopen();
            desk.bean(CaseReviewService.class).perform(saved.id(), change, action, name);
        }
        advisor.opens(page(saved)).gets(200).doesNotSee("Newer entries");
        assertThat(advisor.html().select(".timeline li")).hasSize(50);
        advisor.follows("Older entries").gets(200).doesNotSee("Older entries");
        assertThat(advisor.html().select(".timeline li")).hasSize(10);
        advisor.follows("Newer entries").gets(200);
        assertThat(advisor.html().select(".timeline li")).hasSize(50);
        for (String number : List.of("3", "0", "-1", "2147483647")) {
            advisor.opens(page(saved) + "?timeline=" + number).gets(404);
        }
        advisor.opens(page(saved) + "?timeline=x").gets(400);
    }

    @Test
    void linksToAdjacentCasesInQueue() {
        var oldest = caseOfIndustry("telecommunications");
        var middle = caseOfIndustry("telecommunications");
        var newest = caseOfIndustry("telecommunications");

        advisor.opens("/advisor?industry=telecommunications").follows(newest.reference());
        assertThat(advisor.texts("nav.adjacent-cases a")).containsExactly("Next case, " + middle.reference());
        advisor.follows("Next case, " + middle.reference()).sees("Case " + middle.reference());
        assertThat(advisor.texts("nav.adjacent-cases a"))
                .containsExactly("Previous case, " + newest.reference(), "Next case, " + oldest.reference());
        advisor.follows("Next case, " + oldest.reference()).follows("Previous case, " + middle.reference());
        advisor.follows("Back").isOn("/advisor?industry=telecommunications");
    }

    @Test
    void linksToNextCaseAfterCaseLeftQueue() {
        var oldest = caseOfIndustry("logistics");
        var newest = caseOfIndustry("logistics");

        advisor.opens("/advisor?industry=logistics&status=open&sort=changed")
                .follows(newest.reference())
                .presses("Close the case")
                .sees("Status Closed");
        advisor.follows("Next case, " + oldest.reference()).sees("Case " + oldest.reference());
        assertThat(advisor.texts("nav.adjacent-cases a")).isEmpty();
        advisor.follows("Back").isOn("/advisor?status=open&industry=logistics&sort=changed");
    }

    @Test
    void ignoresInvalidQueueParameter() {
        var saved = desk.caseOf("aws");
        for (String returnTo :
                List.of("%25zz", "after%3D0.1", "first%3Dnowhere%26after%3D0.1.2", "x", "%00", "sort%3Dx")) {
            advisor.opens(page(saved) + "?queue=" + returnTo).gets(200).sees("Case " + saved.reference());
            assertThat(advisor.texts("nav.adjacent-cases a")).as(returnTo).isEmpty();
        }
    }

    @Test
    void showsContactDetails() {
        var saved = desk.caseOf("aws");
        caseService.askAdvisor(
                saved.id(), new ContactDetails("Somebody Else", "somebody@example.com"), "Is a beta\nwise?");

        advisor.opens(page(saved))
                .sees("Somebody Else")
                .sees("somebody@example.com")
                .sees("Is a beta wise?");
        assertThat(advisor.html().selectFirst(".case-status dl").text())
                .contains("Asked on")
                .doesNotContain("did not ask");
        advisor.sees("Asked an advisor to look The student");
    }

    @Test
    void linksToPrefilledMailWithoutOwnersAddress() {
        var saved = desk.caseOf("aws");
        caseService.askAdvisor(saved.id(), new ContactDetails("Zoë & Co", "a?b&c@example.com"), "Please");

        var link = advisor.opens(page(saved)).html().select("a[href^=mailto:]").attr("href");
        assertThat(link)
                .startsWith("mailto:a%3Fb%26c%40example.com?subject=Your%20recommendation%20" + saved.reference()
                        + "&body=")
                .contains("Hello%20Zo%C3%AB%20%26%20Co%2C%0A%0A", "%2Fshared%2F" + saved.shareId())
                .doesNotContain(saved.id());
        assertThat(link.chars().filter(character -> character == '?')).hasSize(1);
        assertThat(link.chars().filter(character -> character == '&')).hasSize(1);
    }

    @Test
    void doesNotShowWithdrawnContact() {
        var saved = desk.caseOf("aws");
        caseService.askAdvisor(saved.id(), new ContactDetails("Somebody Else", ""), "");
        caseService.withdrawContact(saved.id());

        advisor.opens(page(saved)).doesNotSee("Somebody Else").sees("left no name, no e-mail and no message");
        advisor.sees("Withdrew the contact");
    }

    @Test
    void escapesMarkupOfStudent() {
        var saved = desk.caseOf("aws");
        caseService.askAdvisor(saved.id(), new ContactDetails("<b>Bold</b>", ""), "<script>alert(1)</script>");

        advisor.opens(page(saved)).sees("<b>Bold</b>").sees("<script>alert(1)</script>");
        assertThat(advisor.html().select("main script, main b:containsOwn(Bold)"))
                .isEmpty();
    }

    @Test
    void studentPageShowsNeitherNotesNorContact() {
        var saved = desk.caseOf("aws");
        caseService.askAdvisor(
                saved.id(), new ContactDetails("Somebody Else", "somebody@example.com"), "Is a beta wise?");
        advisor.opens(page(saved)).types("New note", "A hard one, this").presses("Add note");
        advisor.chooses("Only write, decide later")
                .types("Your words to the student", "We are on it")
                .presses("Save");

        desk.browser()
                .opens("/recommendations/" + saved.id())
                .sees("We are on it")
                .doesNotSee("A hard one")
                .doesNotSee("Somebody Else")
                .doesNotSee("somebody@example.com")
                .sees("Is a beta wise?")
                .doesNotSee(name);
        desk.browser()
                .opens("/api/v1/recommendations/" + saved.id())
                .doesNotSee("A hard one")
                .doesNotSee("Somebody");
    }

    @Test
    void separatesNotesFromMessages() {
        var saved = desk.caseOf("aws");
        advisor.opens(page(saved)).types("New note", "For us").presses("Add note");
        advisor.chooses("Only write, decide later")
                .types("Your words to the student", "For them")
                .presses("Save");

        assertThat(advisor.texts("section[aria-labelledby=notes] .user-text")).containsExactly("For us");
        assertThat(advisor.texts("section[aria-labelledby=question] .user-text"))
                .containsExactly("For them");
    }

    @Test
    void comparisonOfTodaysCaseHasNoDifference() {
        advisor.opens(page(desk.caseOf("aws")));
        assertThat(advisor.texts(".comparison tbody td:last-child")).hasSize(6).containsOnly("the same");
    }

    @Test
    void comparesExamsWithTodays() {
        var old = desk.caseOf("aws", LocalDate.parse("2026-01-15"));
        var recommendation = old.recommendation().first().exam().code();
        var now = desk.caseOf("aws").recommendation().first().exam().code();
        assertThat(now).as("the exam of another day").isNotEqualTo(recommendation);

        advisor.opens(page(old)).sees("Told 15 January 2026, edition 2").sees("Today ");
        assertThat(advisor.texts(".comparison .differs"))
                .anyMatch(line -> line.startsWith("Its exam differs " + recommendation) && line.contains(now));
        assertThat(advisor.texts(".comparison tbody th"))
                .contains("First", "Second")
                .noneMatch(subject -> subject.startsWith("Points"));
    }

    @Test
    void comparesOnLaterDay() {
        var saved = desk.caseOf("aws");
        clock.set(Instant.parse("2027-06-01T10:00:00Z"));

        desk.browserOf(name)
                .opens(page(saved))
                .sees("Its exam differs "
                        + saved.recommendation().first().exam().code());
    }

    @Test
    void comparisonIsNotApplicableToUnknownAnswers() {
        var saved = desk.caseOf("aws");
        replaceInDocument(saved, "[\"practitioner\"]", "[\"wizard\"]");

        advisor.opens(page(saved))
                .gets(200)
                .sees("Today's guide has other questions or options")
                .doesNotSee("the same")
                .sees(saved.recommendation().first().exam().code());
    }

    @Test
    void listsDifferentPoints() {
        var saved = desk.caseOf("aws");
        replaceInDocument(saved, "\"track\":\"azure\",\"points\":", "\"track\":\"azure\",\"points\":9");

        advisor.opens(page(saved));
        assertThat(advisor.texts(".comparison .differs th")).containsExactly("Points for Azure differs");
    }

    @Test
    void marksWhatOthersWroteSinceTheAdvisorLooked() {
        var saved = desk.caseOf("aws");
        caseService.askAdvisor(saved.id(), new ContactDetails("", ""), "My first question");
        advisor.opens(page(saved)).sees("My first question").doesNotSee("since you looked");

        clock.set(clock.instant().plusSeconds(60));
        caseService.askAdvisor(saved.id(), new ContactDetails("", ""), "My second question");
        note(saved, "Mine", name);
        note(saved, "Theirs", "ada");
        advisor.opens(page(saved)).sees("1 new message since you looked on");
        assertThat(advisor.texts(".conversation li:has(.badge) .user-text")).containsExactly("My second question");
        assertThat(advisor.texts(".timeline li:has(.badge) .byline"))
                .hasSize(2)
                .allMatch(byline -> byline.startsWith("ada") || byline.startsWith("The student"));

        advisor.opens(page(saved)).doesNotSee("since you looked");
        desk.browserOf(desk.newAdvisor()).opens(page(saved)).doesNotSee("since you looked");
    }

    @Test
    void saysThatTheStudentDeletedTheCaseAndShowsWhatWasTyped() {
        var saved = desk.caseOf("aws");
        advisor.opens(page(saved)).types("New note", "Do not lose this.");
        desk.delete(saved);
        advisor.presses("Add note")
                .gets(404)
                .sees("The student deleted this case")
                .sees("Do not lose this.")
                .follows("Back to the queue")
                .gets(200);
        advisor.opens(page(saved)).gets(404).sees("There is no such case").sees("Its student has deleted it");
    }

    @Test
    void opensCheckPageWithAnswersWithoutSaving() {
        var saved = desk.caseOf(
                Map.of(
                        "employerCloud", List.of("aws", "kubernetes"),
                        "targetIndustry", List.of("undecided"),
                        "roleFocus", List.of("mlops"),
                        "mlBackground", List.of("none")),
                LocalDate.parse("2026-11-23"));
        int countCases = countCases();

        advisor.opens(page(saved))
                .follows("Try other answers")
                .isOn("/questionnaire/check?employerCloud=aws&employerCloud=kubernetes&targetIndustry=undecided"
                        + "&roleFocus=mlops&mlBackground=none")
                .sees("Check your answers")
                .sees("Get my recommendation");
        assertThat(countCases()).isEqualTo(countCases);
    }

    @Test
    void opensCheckPageWithUnknownAnswers() {
        var saved = desk.caseOf("");

        advisor.opens(page(saved)).follows("Try other answers").gets(200).sees("Get my recommendation");
        assertThat(advisor.html().select("[name=employerCloud]").eachAttr("value"))
                .containsExactly("");
    }

    @Test
    void timelineShowsChangeAndActor() {
        var saved = desk.caseOf("aws");
        advisor.opens(page(saved)).presses("Take it");
        advisor.chooses("Another first and second")
                .selects("First", "Azure")
                .selects("Second", "Google")
                .selects("Reason", "Their employer requires it")
                .types("Your words to the student", "So it is")
                .presses("Save");
        advisor.presses("Close the case");

        assertThat(advisor.texts(".timeline li p:first-child"))
                .containsExactly(
                        "Closed the case from Decided to Closed",
                        "Decided from no decision to Azure, then Google (Their employer requires it)",
                        "Took the case from nobody to " + name);
        assertThat(advisor.texts(".timeline .byline")).allMatch(by -> by.startsWith(name + ", "));
    }

    @Test
    void hasOnePrimaryButton() {
        var saved = desk.caseOf("aws");

        advisor.opens(page(saved));
        assertThat(advisor.html().select("main button:not(.outline)").eachText())
                .containsExactly("Save and next");
    }

    private void replaceInDocument(SavedRecommendation saved, String there, String instead) {
        var document = database.sql("select content from document_contents join documents d using (digest)"
                        + " join cases c on c.document_id = d.id where c.address = ?")
                .param(saved.id())
                .query(String.class)
                .single();
        assertThat(document).contains(there);
        database.sql("insert into document_contents (digest, content) values (?, ?)")
                .params(saved.id(), document.replace(there, instead))
                .update();
        database.sql("update documents set digest = ? where id = (select document_id from cases where address = ?)")
                .params(saved.id(), saved.id())
                .update();
    }

    private int countCases() {
        return database.sql("select count(*) from cases").query(Integer.class).single();
    }

    private SavedRecommendation caseOfIndustry(String industry) {
        return desk.caseOf(
                Map.of(
                        "employerCloud", List.of("aws"),
                        "targetIndustry", List.of(industry),
                        "roleFocus", List.of("other"),
                        "mlBackground", List.of("practitioner")),
                LocalDate.parse("2026-11-23"));
    }

    private static String page(SavedRecommendation saved) {
        return "/advisor/cases/" + saved.id();
    }

    private void note(SavedRecommendation saved, String text, String author) {
        var reviews = desk.bean(CaseReviewService.class);
        int version = reviews.find(saved.id()).orElseThrow().saved().version();
        reviews.perform(saved.id(), version, new CaseAction.Note(text), author);
    }
}
