package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.TestApplication;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Contacts are erased 12 months after the last action on their case; the case itself is kept. */
class ContactRetentionJobTest {

    private static final LocalDate ONE_YEAR_LATER = LocalDate.parse("2027-11-23");

    private static final String NAME = "Xanthippe Planted";
    private static final String EMAIL = "planted@example.com";
    private static final String NOTE = "Is a planted note wise?";

    private final TestApplication site = TestApplication.withoutCases();

    @Test
    void erasesAContactAfterTwelveMonths() {
        var address = askAdvisor(site);
        site.onDay(ONE_YEAR_LATER.minusDays(1), () -> {
            runJob(site);
            assertThat(site.count("contacts")).isEqualTo(1);
            assertThat(dumpDatabase(site)).contains(NAME, EMAIL, NOTE);
            assertThat(searchQueue(site, NAME)).contains("1 case");
            assertThat(searchQueue(site, NOTE)).contains("1 case");
        });
        site.onDay(ONE_YEAR_LATER, () -> {
            runJob(site);
            assertThat(site.count("contacts")).isZero();
            assertThat(dumpDatabase(site)).doesNotContain(NAME, EMAIL, NOTE);
            site.student().opens(address).gets(200).sees("Nothing that you wrote is stored", "You asked on");
            assertThat(searchQueue(site, NAME)).contains("No cases");
            assertThat(searchQueue(site, NOTE)).contains("No cases");
            assertThat(site.advisor().opens("/advisor/cases.csv?view=all").text())
                    .contains("2026-11-23")
                    .doesNotContain(NAME, EMAIL, NOTE);
        });
    }

    @Test
    void keepsTheCaseAndRecordsTheErasure() {
        var id = askAdvisor(site).replace("/recommendations/", "");
        var changed = changedAt(site);
        site.onDay(ONE_YEAR_LATER, () -> {
            runJob(site);
            site.advisor()
                    .opens("/advisor/cases/" + id)
                    .gets(200)
                    .sees("Contact erased, with all messages of the student, 12 months after the last change")
                    .sees("Asked an advisor to look")
                    .sees("or they were erased after 12 months")
                    .doesNotSee(NAME);
            runJob(site);
        });
        assertThat(site.count("case_events where what = 'expire'")).isEqualTo(1);
        assertThat(changedAt(site)).as("time of the last action").isEqualTo(changed);
    }

    @Test
    void everyActionExtendsTheRetention() {
        var id = askAdvisor(site).replace("/recommendations/", "");
        site.onDay(
                LocalDate.parse("2027-08-31"),
                () -> site.advisor()
                        .opens("/advisor/cases/" + id)
                        .types("New note", "She rang.")
                        .presses("Add note")
                        .gets(200));
        site.onDay(LocalDate.parse("2028-08-30"), () -> runJob(site));
        assertThat(site.count("contacts")).isEqualTo(1);
        site.onDay(LocalDate.parse("2028-08-31"), () -> runJob(site));
        assertThat(site.count("contacts")).isZero();
    }

    @Test
    void retentionFromALeapDayEndsOnMarchFirst() {
        site.onDay(LocalDate.parse("2028-02-29"), () -> askAdvisor(site));
        site.onDay(LocalDate.parse("2029-02-28"), () -> runJob(site));
        assertThat(site.count("contacts")).isEqualTo(1);
        site.onDay(LocalDate.parse("2029-03-01"), () -> runJob(site));
        assertThat(site.count("contacts")).isZero();
    }

    @Test
    void erasesManyContactsInOneRun() {
        IntStream.range(0, 205).forEach(number -> site.api().posts("/api/v1/recommendations", """
                        {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"none"}"""));
        site.bean(JdbcClient.class)
                .sql("insert into contacts (case_id, name, email, given_at)"
                        + " select id, 'Somebody', '', opened_at from cases")
                .update();
        assertThat(site.count("contacts")).isEqualTo(205);
        site.onDay(ONE_YEAR_LATER, () -> runJob(site));
        assertThat(site.count("contacts")).isZero();
        assertThat(site.count("case_events where what = 'expire'")).isEqualTo(205);
    }

    private static void runJob(TestApplication site) {
        site.bean(ContactRetentionJob.class).eraseExpiredContacts();
    }

    /** Saves a recommendation, asks an advisor with contact details, and returns the path of its page. */
    private static String askAdvisor(TestApplication site) {
        HttpBrowser student = site.student()
                .opens("/questionnaire/check?employerCloud=aws&targetIndustry=retail&roleFocus=mlops"
                        + "&mlBackground=expert")
                .presses("Get my recommendation")
                .gets(200);
        var address = student.page().address();
        student.types("Your name (optional)", NAME)
                .types("Your e-mail (optional)", EMAIL)
                .types("What should they look at? (optional)", NOTE)
                .presses("Ask an advisor")
                .gets(200);
        return address;
    }

    private static String searchQueue(TestApplication site, String text) {
        return site.advisor()
                .opens("/advisor?view=all&q=" + text.replace(' ', '+'))
                .gets(200)
                .text();
    }

    /** Returns the whole database as SQL. */
    private static String dumpDatabase(TestApplication site) {
        return String.join(
                "\n",
                site.bean(JdbcClient.class).sql("script").query(String.class).list());
    }

    private static String changedAt(TestApplication site) {
        return site.bean(JdbcClient.class)
                .sql("select changed_at from cases")
                .query(String.class)
                .single();
    }
}
