package dev.certpath.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.zaxxer.hikari.HikariDataSource;
import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseService;
import dev.certpath.cases.ContactDetails;
import dev.certpath.testsupport.DatabaseSpecific;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.MailSite;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.SmtpStub;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Mails to students: what they contain, and that each is sent once, whatever the mail server does. */
@OnEveryDatabase
class StudentMailIT {

    private static final String ANN = "ann.lee@example.org";
    private static final ContactDetails CONTACT = new ContactDetails("Ann Lee", ANN);
    private static final CaseAction.Message ANSWER = new CaseAction.Message("Wait <b>until</b> March.\nThen book.");

    private static final DatabaseSpecific<MailSite> SITE = new DatabaseSpecific<>(MailSite::start);

    private final MailSite mail = SITE.get().reset();

    @Test
    void sendsWordsAsTextAndHtml() throws MessagingException, IOException {
        var saved = mail.asked(CONTACT);
        mail.performs(saved, ANSWER);

        var sent = mail.awaitMails(ANN, 1).get(0);
        assertThat(sent.getSubject())
                .isEqualTo("Your recommendation " + saved.reference() + ": an advisor has written");
        assertThat(sent.getFrom()[0]).hasToString("Certpath <certs@certs.example.org>");
        assertThat(sent.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(sent.getSentDate()).isEqualTo(Instant.parse("2026-11-23T10:00:00Z"));
        assertThat(text(sent))
                .startsWith("An advisor has written to you about your recommendation " + saved.reference() + ".\n")
                .contains("because you asked an advisor on https://certs.example.org/")
                .contains("\nWait <b>until</b> March.\nThen book.\n")
                .contains("choose \"Withdraw my contact\"")
                .doesNotContain("Secret question", "ada", saved.id());
        var html = Jsoup.parse(html(sent));
        assertThat(html.body().text())
                .startsWith("An advisor has written to you about your recommendation " + saved.reference() + ".")
                .contains("Wait <b>until</b> March. Then book.", "choose \"Withdraw my contact\"")
                .doesNotContain("Secret question", "ada");
        assertThat(html.select("img, script, link, iframe, [src], [style]"))
                .as("tracking")
                .isEmpty();
        assertThat(html.html()).doesNotContain(saved.id());
        assertThat(mail.mails(ANN)).hasSize(1);
    }

    @Test
    void containsPageOnlyIfStudentAllowedIt() throws MessagingException, IOException {
        var saved = mail.asked(new ContactDetails("", ANN, true));
        mail.performs(saved, ANSWER);

        var sent = mail.awaitMails(ANN, 1).get(0);
        var page = "https://certs.example.org/recommendations/" + saved.id();
        assertThat(text(sent)).contains("\n" + page + "\n");
        assertThat(Jsoup.parse(html(sent)).select("a").eachAttr("href")).containsExactly(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Go on.", ""})
    void sendsDecision(String words) throws MessagingException, IOException {
        var saved = mail.asked(CONTACT);
        var recommendation = saved.recommendation();
        var first = recommendation.first().track();
        var second = recommendation.second().track();
        mail.performs(saved, new CaseAction.Decide(first, second, "", words));

        assertThat(text(mail.awaitMails(ANN, 1).get(0)))
                .startsWith("An advisor has decided about your recommendation " + saved.reference() + ".\n")
                .contains("First " + recommendation.track(first).name() + ", then "
                        + recommendation.track(second).name() + ".")
                .contains(words);
    }

    @Test
    void sendsNothingForOtherActions() {
        var saved = mail.asked(CONTACT);
        for (var action : List.of(
                new CaseAction.Take(),
                new CaseAction.Note("For us"),
                new CaseAction.Close(),
                new CaseAction.Reopen())) {
            mail.performs(saved, action);
        }
        assertThat(queued()).isZero();
        assertThat(mail.mails(ANN)).isEmpty();
    }

    @Test
    void sendsNothingWithoutEmail() {
        mail.performs(mail.asked(new ContactDetails("Ann Lee", "")), ANSWER);
        mail.awaitNoStudentMail();
        assertThat(mail.server().getReceivedMessages()).isEmpty();
    }

    @Test
    void sendsNothingAfterRollback() {
        var saved = mail.asked(CONTACT);
        new TransactionTemplate(mail.site().bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            mail.performs(saved, ANSWER);
            assertThat(queued()).as("in the transaction").isEqualTo(1);
            status.setRollbackOnly();
        });
        assertThat(queued()).isZero();
        mail.performs(saved, new CaseAction.Message("Committed"));
        assertThat(mail.awaitMails(ANN, 1))
                .hasSize(1)
                .allSatisfy(sent -> assertThat(text(sent)).contains("Committed"));
    }

    @Test
    void sendsNothingThatWasWithdrawnOrDeletedMeanwhile() {
        var withdrawn = mail.asked(CONTACT);
        var deleted = mail.asked(CONTACT);
        var cleared = mail.asked(CONTACT);
        var service = mail.site().bean(CaseService.class);
        var recommendation = cleared.recommendation();
        var scheduler = mail.site().bean(Scheduler.class);
        scheduler.pause();
        try {
            mail.performs(withdrawn, ANSWER);
            mail.performs(deleted, ANSWER);
            mail.performs(
                    cleared,
                    new CaseAction.Decide(
                            recommendation.first().track(),
                            recommendation.second().track(),
                            "",
                            "Words"));
            service.withdrawContact(withdrawn.id());
            service.delete(deleted.id());
            mail.performs(cleared, new CaseAction.ClearDecision());
            assertThat(queued()).isEqualTo(3);
        } finally {
            scheduler.resume();
        }
        mail.trigger();
        mail.awaitNoStudentMail();
        assertThat(mail.mails(ANN)).isEmpty();
    }

    @Test
    void queueContainsNoPersonalData() {
        mail.sendsTo(SmtpStub.closedPort());
        mail.performs(mail.asked(CONTACT), ANSWER);
        mail.awaitFailures(1);
        var rows = mail.site()
                .bean(JdbcClient.class)
                .sql("select task_instance, task_data from scheduled_tasks where task_name = 'student-mail'")
                .query((row, number) -> row.getString(1) + " " + new String(row.getBytes(2)))
                .list();
        assertThat(rows).singleElement().asString().matches("[0-9]+ UNREACHABLE");
    }

    @Test
    void sendsOnceAfterServerIsBack() {
        mail.sendsTo(SmtpStub.closedPort());
        var saved = mail.asked(CONTACT);
        var log = LogCapture.during(() -> {
            mail.performs(saved, ANSWER);
            mail.awaitFailures(1);
        });
        assertThat(log.warnings())
                .singleElement()
                .asString()
                .contains("UNREACHABLE", "It is sent again later")
                .doesNotContain(ANN, "Exception");

        mail.sendsTo(MailSite.port(mail.server()));
        mail.trigger();
        assertThat(mail.mails(ANN)).as("before it is due").isEmpty();
        mail.advance(Duration.ofMinutes(1));
        assertThat(mail.awaitMails(ANN, 1)).hasSize(1);
        mail.awaitNoStudentMail();
    }

    @Test
    void temporaryRefusalIsRetried() {
        try (var stub = SmtpStub.thatRefuses("451 try later")) {
            mail.sendsTo(stub.port());
            mail.performs(mail.asked(CONTACT), ANSWER);
            mail.awaitFailures(1);
        }
        assertThat(undelivered()).isEmpty();
        mail.sendsTo(MailSite.port(mail.server()));
        mail.advance(Duration.ofMinutes(1));
        assertThat(mail.awaitMails(ANN, 1)).hasSize(1);
    }

    @Test
    void refusedAddressWaitsForAdmin() {
        try (var stub = SmtpStub.thatRefuses("550 no such user")) {
            mail.sendsTo(stub.port());
            var saved = mail.asked(CONTACT);
            mail.performs(saved, ANSWER);
            MailSite.await(() -> !undelivered().isEmpty());
            assertThat(undelivered()).singleElement().satisfies(undelivered -> {
                assertThat(undelivered.reference()).isEqualTo(saved.reference());
                assertThat(undelivered.failure()).isEqualTo(MailFailure.ADDRESS);
            });
        }
        mail.sendsTo(MailSite.port(mail.server()));
        mail.advance(Duration.ofDays(30));
        assertThat(mail.mails(ANN)).isEmpty();

        mail.site().bean(MailQueue.class).sendAgain(undelivered().get(0).id());
        assertThat(mail.awaitMails(ANN, 1)).hasSize(1);
        mail.awaitNoStudentMail();
        assertThat(undelivered()).isEmpty();
    }

    @Test
    void waitsForAdminAfterManyAttempts() {
        mail.sendsTo(SmtpStub.closedPort());
        mail.performs(mail.asked(CONTACT), ANSWER);
        for (int failures = 1; failures < MailTasks.MAX_ATTEMPTS; failures++) {
            mail.awaitFailures(failures);
            assertThat(undelivered()).isEmpty();
            mail.advance(MailTasks.delayAfter(failures));
        }
        mail.awaitFailures(MailTasks.MAX_ATTEMPTS);
        assertThat(undelivered()).hasSize(1);

        var queue = mail.site().bean(MailQueue.class);
        queue.discard(undelivered().get(0).id());
        assertThat(undelivered()).isEmpty();
        assertThat(queued()).isZero();
    }

    @Test
    void serverThatHangsHoldsNeitherRequestNorConnection() {
        try (var stub = SmtpStub.thatHangs()) {
            mail.sendsTo(stub.port());
            var saved = mail.asked(CONTACT);
            var advisor = mail.site().advisor().opens("/advisor/cases/" + saved.id());
            advisor.chooses("Only write, decide later")
                    .types("Your words to the student", "Sent while the server hangs")
                    .presses("Save")
                    .gets(200);
            stub.awaitClient();

            var pool = mail.site().bean(HikariDataSource.class).getHikariPoolMXBean();
            MailSite.await(() -> pool.getActiveConnections() == 0);
            assertThat(queued()).as("still being sent").isEqualTo(1);
        }
        mail.awaitFailures(1);
    }

    @Test
    void headersCannotBeInjected() throws MessagingException, IOException {
        var saved = mail.asked(new ContactDetails("Ann\nBcc: other@example.org", ANN));
        mail.performs(saved, new CaseAction.Message("Bcc: other@example.org\n\nSubject: x"));
        var sent = mail.awaitMails(ANN, 1).get(0);
        assertThat(sent.getAllRecipients()).hasSize(1);
        assertThat(mail.server().getReceivedMessages()).hasSize(1);
        assertThat(GreenMailUtil.getHeaders(sent)).doesNotContain("other@example.org");
    }

    /** Addresses that were stored before the form rejected them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "root,postmaster,ann.lee@example.org",
                "ann.lee@example.org,",
                "Ann<ann.lee@example.org>",
                "<ann.lee@example.org>",
                "(Ann)ann.lee@example.org",
                "friends:root,ann.lee@example.org;",
                "root;ann.lee@example.org"
            })
    void sendsNothingToAnythingElseThanOneAddress(String email) {
        mail.performs(mail.asked(new ContactDetails("Ann Lee", email)), ANSWER);
        mail.awaitFailures(1);
        assertThat(mail.server().getReceivedMessages()).isEmpty();
    }

    @Test
    void studentAllowsThatPageIsMailed() {
        var student =
                mail.site().student().opens("/recommendations/" + mail.save().id());
        student.sees("We mail you what an advisor writes");
        student.types("Your e-mail (optional)", ANN)
                .types("What should they look at? (optional)", "Please")
                .chooses(
                        "You may mail me the address of this page. Everyone who reads that mail can open the page, write in my"
                                + " name and delete it.")
                .presses("Ask an advisor")
                .gets(200)
                .sees("You also get the answer by mail");
        assertThat(mail.site().count("contacts where page_may_be_mailed and email = '" + ANN + "'"))
                .isEqualTo(1);
    }

    @Test
    void changedAddressNeedsPermissionOfItsOwn() {
        var saved = mail.asked(new ContactDetails("", ANN, true));
        mail.site()
                .student()
                .posts(
                        "/recommendations/" + saved.id() + "/ask",
                        Map.of("note", List.of("New address"), "email", List.of("new@example.org")))
                .gets(200);
        assertThat(mail.site().count("contacts where not page_may_be_mailed and email = 'new@example.org'"))
                .isEqualTo(1);
    }

    private List<UndeliveredMail> undelivered() {
        return mail.site().bean(MailQueue.class).findUndelivered().stream()
                .filter(undelivered -> !undelivered.toDesk())
                .toList();
    }

    private int queued() {
        return mail.site().count("scheduled_tasks where task_name = 'student-mail'");
    }

    private static String text(MimeMessage mail) {
        return part(mail, "text/plain");
    }

    private static String html(MimeMessage mail) {
        return part(mail, "text/html");
    }

    /** Returns the part of a type, without carriage returns. */
    private static String part(MimeMessage mail, String type) {
        try {
            return part((Multipart) mail.getContent(), type).replace("\r\n", "\n");
        } catch (MessagingException | IOException cause) {
            throw new AssertionError(cause);
        }
    }

    private static String part(Multipart parts, String type) throws MessagingException, IOException {
        for (int index = 0; index < parts.getCount(); index++) {
            BodyPart part = parts.getBodyPart(index);
            if (part.isMimeType(type)) {
                return (String) part.getContent();
            }
            if (part.getContent() instanceof Multipart nested
                    && !part(nested, type).isEmpty()) {
                return part(nested, type);
            }
        }
        return "";
    }
}
