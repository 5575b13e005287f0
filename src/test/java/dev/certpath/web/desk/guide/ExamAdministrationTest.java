package dev.certpath.web.desk.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.accounts.Account;
import dev.certpath.accounts.AccountService;
import dev.certpath.editions.CurrentGuide;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.TestApplication;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Admins change the facts about exams in the browser, see who is affected, and take a change back. */
class ExamAdministrationTest {

    private static final String ANSWERS = """
            {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"none"}""";
    private static final String ADVISOR = "ann.lee";
    private static final String SOURCE = "https://example.org/dates";

    private static TestApplication application;

    @BeforeAll
    static void startsApplication() {
        application = TestApplication.start();
        application
                .bean(AccountService.class)
                .add(ADVISOR, TestApplication.ADMIN_PASSWORD, Account.Role.ADVISOR, false);
    }

    @AfterAll
    static void closesApplication() {
        application.close();
    }

    @BeforeEach
    void restoresTheShippedExams() {
        application.resetClock();
        application.update("delete from cases");
        application.update("delete from exam_revisions where revision > 1");
        application.update("update guide_state set version = version + 1");
        application.bean(CurrentGuide.class).refresh();
    }

    @Test
    void aChangeIsConfirmedThenUsedAtOnceAndTakenBack() {
        var id = saves(ANSWERS);
        application.student().opens("/recommendations/" + id).presses("Ask an advisor");
        var admin = opens("ME1-C02")
                .types("Last day", "2027-02-10")
                .selects("How certain the last day is", "Confirmed")
                .types("Source", SOURCE)
                .types("Checked on", "2026-11-20")
                .types("Reason for the change", "The beta goes on <longer>.");
        admin.presses("Continue").gets(200).seesHeading("Change exam ME1-C02?");
        admin.sees("ME1-C02: Last day", "13 January 2027", "10 February 2027", "1 saved case names this exam");
        admin.sees(
                "AWS, from 14 January 2027 until 10 February 2027: MLA-C02 becomes ME1-C02", "1 saved case has it as");
        admin.sees("the student of 1 waits for an advisor", "The beta goes on <longer>.");
        assertThat(admin.html().select("ul[aria-label] a").eachAttr("href")).containsExactly("/advisor/cases/" + id);
        assertThat(closes()).as("before it is confirmed").isEqualTo("2027-01-13");

        admin.presses("Save the change").gets(200).isOn("/advisor/exams").sees("The facts about ME1-C02 are changed.");
        assertThat(closes()).isEqualTo("2027-02-10");
        application.student().opens("/guide").sees("Until 10 February 2027", "example.org/dates (2026-11-20)");
        assertThat(document(id)).as("what was told").isEqualTo("2027-01-13");

        admin.follows("Changes of exams").sees("Revision 2", "admin", "10 February 2027", "The beta goes on <longer>.");
        admin.presses("Restore revision 1").gets(200).sees("The facts about exams are those of revision 1 again.");
        admin.sees("Revision 3", "Revision 1 restored");
        assertThat(closes()).isEqualTo("2027-01-13");
    }

    @Test
    void oneClickSaysThatTheFactsWereCheckedToday() {
        application.clock().advance(Duration.ofDays(40)); // 2027-01-02: all were checked more than 60 days ago
        var admin = admin().opens("/advisor/exams");
        var before = admin.texts("tbody th a");
        admin.presses("I checked this today: PMLE").gets(200).sees("The facts about PMLE are marked as checked today.");
        admin.sees("2 January 2027");
        assertThat(admin.texts("tbody th a"))
                .as("those to check come first")
                .endsWith("PMLE")
                .hasSameSizeAs(before);
        admin.opens("/advisor/exams/PMLE").sees("Checked again: cloud.google.com/learn/certification");
        assertThat(revisions()).isEqualTo(2);
        admin.opens("/advisor/exams").presses("I checked this today: PMLE").gets(200);
        assertThat(revisions()).as("the same once more").isEqualTo(2);
    }

    @Test
    void aSourceThatIsNoAddressStaysInItsField() {
        var admin = admin().opens("/advisor/exams").types("Source of PMLE", "the page");
        admin.presses("I checked this today: PMLE").gets(400);
        admin.seesProblem("Enter the address of the page that states the facts, such as https://example.com/exam");
        assertThat(admin.value("Source of PMLE")).isEqualTo("the page");
        assertThat(revisions()).isOne();
    }

    @Test
    void countsTheCasesThatNameTheExamAsTheNextOne() {
        saves(ANSWERS);
        opens("MLA-C02")
                .types("First day", "2027-02-01")
                .types("Reason for the change", "Moved")
                .presses("Continue")
                .sees("1 saved case names this exam, as its own or the next one", "no exam that can be booked");
    }

    @Test
    void eachInvalidFieldIsNamedAndNothingTypedIsLost() {
        var admin = opens("MLA-C02")
                .types("First day", "14 January")
                .types("Language of the last day", "English")
                .types("Price in US dollars", "-1")
                .types("Official page", "javascript:alert(1)")
                .types("Source", "")
                .types("Checked on", "2030-01-01");
        admin.presses("Continue").gets(400);
        admin.seesProblem("Enter the first day as a date such as 2027-01-14, or leave it empty");
        admin.seesProblem("Enter the last day that holds for this language, or remove the language");
        admin.seesProblem("Enter the price as a whole number of US dollars, such as 150");
        admin.seesProblem("Enter the address of the official page, such as https://example.com/exam");
        admin.seesProblem("Enter the address of the page that states the facts, such as https://example.com/exam");
        admin.seesProblem("Enter a day of the check that is not in the future");
        admin.seesProblem("Enter the reason for the change");
        assertThat(admin.value("First day")).isEqualTo("14 January");
        assertThat(admin.value("Price in US dollars")).isEqualTo("-1");
        assertThat(admin.value("Checked on")).isEqualTo("2030-01-01");
        assertThat(revisions()).isOne();
    }

    @Test
    void aSuccessorThatLeadsBackIsAnError() {
        var admin = opens("MLA-C02").selects("Successor", "MLS-C01").types("Reason for the change", "Tried");
        admin.presses("Continue").gets(400).seesProblem("Select another successor: this one leads back to MLA-C02");
        opens("ME1-C02")
                .types("Last day", "2026-09-01")
                .types("Reason for the change", "Tried")
                .presses("Continue")
                .gets(400)
                .seesProblem("Enter a last day that is not before the first day");
    }

    @Test
    void aTrackWithoutAnExamIsAWarningWithTheDay() {
        var admin = opens("AI-103").types("Last day", "2026-12-31").types("Reason for the change", "It ends");
        admin.presses("Continue").gets(200).sees("Azure has no exam that can be booked on 1 January 2027.");
        admin.presses("Save the change").gets(200).sees("Azure has no exam that can be booked on 1 January 2027.");
        application.clock().advance(Duration.ofDays(60));
        for (String page : List.of("/", "/guide", "/guide/compare")) {
            application.student().opens(page).gets(200);
        }
        application.student().opens("/guide/compare").sees("Not today.");
        application
                .student()
                .opens("/recommendations/"
                        + saves(ANSWERS.replace("aws", "azure").replace("mlops", "applied-ai")))
                .gets(200)
                .sees("It has closed, and it is not known which exam follows it.");
    }

    @Test
    void theSecondOfTwoAdminsIsToldAndLosesNothing() {
        var second = opens("ME1-C02").types("Last day", "2027-03-01").types("Reason for the change", "Second");
        var other = opens("MLA-C02").types("Price in US dollars", "160").types("Reason for the change", "Another exam");
        change("ME1-C02", "2027-02-10");

        second.presses("Continue").gets(409).sees("What someone else changed", "10 February 2027");
        second.seesProblem("Compare your changes with those that admin saved in the meantime, and save again");
        assertThat(second.value("Last day")).isEqualTo("2027-03-01");
        second.presses("Continue").gets(200).presses("Save the change").gets(200);
        assertThat(closes()).isEqualTo("2027-03-01");

        other.presses("Continue").gets(200).presses("Save the change").gets(200);
        assertThat(closes()).as("another exam").isEqualTo("2027-03-01");
        assertThat(revisions()).isEqualTo(4);
    }

    @Test
    void aChangeBetweenConfirmationAndSavingIsToldToo() {
        var second = opens("ME1-C02").types("Last day", "2027-03-01").types("Reason for the change", "Second");
        second.presses("Continue").gets(200);
        change("ME1-C02", "2027-02-10");
        second.presses("Save the change").gets(409);
        assertThat(second.value("Last day")).isEqualTo("2027-03-01");
        assertThat(closes()).isEqualTo("2027-02-10");

        var list = admin().opens("/advisor/exams");
        var changes = admin().opens("/advisor/exams/changes");
        change("ME1-C02", "2027-02-11");
        list.presses("I checked this today: ME1-C02").gets(409);
        list.seesProblem("Look at the facts again: admin changed them in the meantime");
        changes.presses("Restore revision 1").gets(409).sees("Nothing is restored, because admin changed an exam");
        assertThat(revisions()).isEqualTo(3);
    }

    @Test
    void aSecondClickChangesNothingMore() {
        var admin = opens("ME1-C02").types("Last day", "2027-03-01").types("Reason for the change", "Tried");
        var confirmation = admin.presses("Continue").page();
        admin.presses("Save the change").gets(200);
        admin.returnsTo(confirmation).presses("Save the change").gets(200).isOn("/advisor/exams");
        assertThat(revisions()).isEqualTo(2);

        var changes = admin.opens("/advisor/exams/changes").page();
        admin.presses("Restore revision 1").gets(200);
        admin.returnsTo(changes).presses("Restore revision 1").gets(200);
        assertThat(revisions()).isEqualTo(3);
    }

    @Test
    void whatWasEnteredCanBeChangedAgainBeforeItIsSaved() {
        var admin = opens("ME1-C02").types("Last day", "2027-03-01").types("Reason for the change", "Tried");
        admin.presses("Continue").presses("Change it again").gets(200).doesNotSee("There is a problem");
        assertThat(admin.value("Last day")).isEqualTo("2027-03-01");
        assertThat(admin.value("Reason for the change")).isEqualTo("Tried");
        assertThat(revisions()).isOne();
    }

    @Test
    void anAdditionalExamHasAFormWithoutSuccessor() {
        var admin = opens("Generative AI Leader").doesNotSee("Successor");
        admin.types("Price in US dollars", "109").types("Reason for the change", "New price");
        admin.presses("Continue").sees("99 USD", "109 USD", "No saved case names this exam");
        admin.presses("Save the change").gets(200).sees("109 USD");
    }

    @Test
    void onlyAdminsChangeExams() {
        var advisor = application
                .browser()
                .logsIn(ADVISOR, TestApplication.ADMIN_PASSWORD)
                .doesNotSee("Exams");
        for (String page :
                List.of("/advisor/exams", "/advisor/exams/PMLE", "/advisor/exams/changes", "/advisor/guide")) {
            advisor.opens(page).gets(403);
        }
        var form = Map.of("act", "restore", "number", "1", "revision", "1");
        advisor.opens("/advisor")
                .postsWithoutRedirect("/advisor/exams/changes", form)
                .gets(403);
        admin().opens("/advisor/exams/NOTHING").gets(404);
        assertThat(revisions()).isOne();
    }

    private static void change(String exam, String lastDay) {
        opens(exam)
                .types("Last day", lastDay)
                .types("Reason for the change", "First")
                .presses("Continue")
                .presses("Save the change")
                .gets(200);
    }

    private static HttpBrowser opens(String exam) {
        return admin().opens("/advisor/exams/" + exam.replace(" ", "%20")).gets(200);
    }

    private static HttpBrowser admin() {
        return application.advisor();
    }

    private static String saves(String answers) {
        return application
                .api()
                .posts("/api/v1/recommendations", answers)
                .json()
                .at("/id")
                .stringValue();
    }

    /** The last day of the exam that an answer names now. */
    private static String closes() {
        return application
                .api()
                .posts("/api/v1/preview", ANSWERS)
                .json()
                .at("/first/exam/closes")
                .stringValue();
    }

    /** The last day that a saved recommendation names. */
    private static String document(String id) {
        return application
                .api()
                .gets("/api/v1/recommendations/" + id)
                .json()
                .at("/first/exam/closes")
                .stringValue();
    }

    private static int revisions() {
        return application.count("exam_revisions");
    }
}
