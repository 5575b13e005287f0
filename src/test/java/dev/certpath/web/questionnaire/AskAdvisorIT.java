package dev.certpath.web.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.TestApplication;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asking an advisor, withdrawing the contact and deleting a recommendation. */
@OnEveryDatabase
class AskAdvisorIT {

    private static final String CHECK =
            "/questionnaire/check?employerCloud=aws&targetIndustry=retail&roleFocus=mlops&mlBackground=none";
    private static final String NAME = "Your name (optional)";
    private static final String EMAIL = "Your e-mail (optional)";
    private static final String NOTE = "What should they look at? (optional)";
    private static final String ASK = "Ask an advisor";

    private final TestApplication site = TestApplication.shared();
    private final HttpBrowser student = site.student();

    @BeforeEach
    void saveRecommendation() {
        student.opens(CHECK).presses("Get my recommendation").gets(200);
    }

    @Test
    void showsThatRequestIsWaiting() {
        student.types(NAME, "Somebody").types(EMAIL, "somebody@example.com").types(NOTE, "Is a beta wise?");
        student.presses(ASK)
                .gets(200)
                .sees("You asked on 23 November 2026", "Waiting since then", "Withdraw my contact");
    }

    @Test
    void acceptsRequestWithoutContact() {
        student.presses(ASK).gets(200).sees("Waiting since then", "No name or e-mail is stored");
    }

    @Test
    void doesNotShowContact() {
        student.types(NAME, "Somebody").types(EMAIL, "somebody@example.com").types(NOTE, "Is a beta wise?");
        student.presses(ASK).doesNotSee("Somebody", "somebody@example.com", "Is a beta wise?");
    }

    @Test
    void withdrawsContactOnly() {
        student.types(NAME, "Withdrawn-name").presses(ASK).presses("Withdraw my contact");
        student.gets(200).sees("Waiting since then", "No name or e-mail is stored", "Start with AWS");
        assertThat(site.count("contacts where name = 'Withdrawn-name'")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200B", "\u3164 \u3164", "\u2800", "\u115F\u1160", "\uFEFF\u2060", "\uFE0F", "\u00A0"})
    void treatsNameOfInvisibleCharactersAsMissing(String name) {
        var before = site.count("contacts");

        student.types(NAME, name).presses(ASK).gets(200).sees("No name or e-mail is stored");

        assertThat(site.count("contacts")).isEqualTo(before);
    }

    @Test
    void keepsInputOfInvalidForm() {
        student.types(NAME, "Somebody").types(EMAIL, "nowhere").types(NOTE, "x".repeat(2_001));
        student.presses(ASK).gets(400).seesProblem("Enter an e-mail address such as name@example.com, or leave it out");
        student.seesProblem("Shorten your note to 2,000 characters");
        assertThat(student.page().html().select("#name").val()).isEqualTo("Somebody");
        assertThat(student.page().html().select("#email").val()).isEqualTo("nowhere");
    }

    @Test
    void escapesMarkup() {
        student.types(EMAIL, "<b>nobody</b>").presses(ASK).gets(400);
        assertThat(student.page().html().select("main b:contains(nobody)")).isEmpty();
    }

    @Test
    void deletesEverythingAfterConfirmation() {
        student.types(NAME, "Gone-for-good").presses(ASK);
        var address = student.page().address();
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
        var address = student.page().address();
        site.onDay(
                LocalDate.parse("2026-12-01"),
                () -> student.posts(address + "/ask", Map.of("name", List.of("Late")))
                        .sees("You asked on 23 November 2026"));
    }

    @Test
    void acceptsTwentyMessagesADay() {
        var address = student.page().address();
        for (int message = 1; message <= 20; message++) {
            student.posts(address + "/ask", note("Message " + message)).gets(200);
        }
        student.posts(address + "/ask", note("One too many"))
                .gets(429)
                .seesProblem("Send this message tomorrow. Advisors accept 20 messages a day about one recommendation.");
        assertThat(student.value(NOTE)).isEqualTo("One too many");
        assertThat(student.header("Retry-After")).containsOnlyDigits();
        site.onDay(LocalDate.parse("2026-11-24"), () -> student.presses(ASK).gets(200));
        assertThat(site.count("contacts where note = 'One too many'")).isEqualTo(1);
    }

    private static Map<String, List<String>> note(String text) {
        return Map.of("note", List.of(text));
    }
}
