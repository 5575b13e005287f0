package dev.certpath.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import dev.certpath.cases.CaseService;
import dev.certpath.cases.ContactDetails;
import dev.certpath.testsupport.DatabaseSpecific;
import dev.certpath.testsupport.MailSite;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.SmtpStub;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The mail to the desk about questions of students: at most one in five minutes, and none without a question. */
@OnEveryDatabase
class DeskDigestIT {

    private static final ContactDetails CONTACT = new ContactDetails("Ann Lee", "ann.lee@example.org");
    private static final Duration INTERVAL = Duration.ofMinutes(5);

    private static final DatabaseSpecific<MailSite> SITE = new DatabaseSpecific<>(MailSite::start);

    private final MailSite mail = SITE.get().reset();

    /** Lets the task run once without questions, so that the next run is five minutes later. */
    @BeforeEach
    void runsOnce() {
        mail.site().update("delete from desk_notices");
        mail.site()
                .update("update scheduled_tasks set execution_time = timestamp with time zone"
                        + " '2026-11-23 10:00:00+00' where task_name = 'desk-digest'");
        mail.trigger();
        awaitNextRun();
        assertThat(mail.server().getReceivedMessages()).isEmpty();
    }

    @Test
    void tellsAboutAllQuestionsOfFiveMinutes() throws MessagingException {
        var one = mail.asked(CONTACT);
        var other = mail.asked(ContactDetails.NONE);
        mail.site().bean(CaseService.class).askAdvisor(one.id(), CONTACT, "Another question");
        mail.trigger();
        assertThat(mail.mails(MailSite.DESK)).as("before five minutes are over").isEmpty();

        mail.advance(INTERVAL);
        var sent = mail.awaitMails(MailSite.DESK, 1).get(0);
        assertThat(sent.getSubject()).isEqualTo("Certification path: students asked about 2 cases");
        assertThat(content(sent))
                .contains("Students asked advisors, or wrote to them again, about these cases.")
                .contains(one.reference() + "  https://certs.example.org/advisor?view=all&q=" + one.reference())
                .contains(other.reference() + "  https://certs.example.org/advisor?view=all&q=" + other.reference())
                .doesNotContain("question", "Ann", "ann.lee", one.id(), other.id());
        assertThat(sent.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    /** A mail with all of them, such as made-up ones, could be too long for the server of the desk, and never arrive. */
    @Test
    void listsAHundredCasesAndCountsTheOthers() throws MessagingException {
        for (int number = 0; number < DeskDigest.MAX_LINES + 2; number++) {
            mail.asked(ContactDetails.NONE);
        }
        mail.advance(INTERVAL);

        var sent = mail.awaitMails(MailSite.DESK, 1).get(0);
        assertThat(sent.getSubject()).isEqualTo("Certification path: students asked about 102 cases");
        assertThat(content(sent).split("  https://")).hasSize(DeskDigest.MAX_LINES + 1);
        assertThat(content(sent)).contains("and 2 more in the queue: https://certs.example.org/advisor\r\n");
        awaitNextRun();
        assertThat(mail.site().count("desk_notices")).isZero();
    }

    @Test
    void sendsAtMostOneInFiveMinutes() {
        mail.asked(CONTACT);
        mail.advance(INTERVAL);
        mail.awaitMails(MailSite.DESK, 1);
        awaitNextRun();
        var later = mail.asked(CONTACT);
        mail.advance(INTERVAL.minusSeconds(1));
        assertThat(mail.mails(MailSite.DESK)).hasSize(1);
        mail.advance(Duration.ofSeconds(1));
        assertThat(content(mail.awaitMails(MailSite.DESK, 2).get(1))).contains(later.reference());
    }

    @Test
    void sendsNothingWithoutQuestion() {
        mail.save();
        for (int run = 0; run < 3; run++) {
            mail.advance(INTERVAL);
            awaitNextRun();
        }
        assertThat(mail.server().getReceivedMessages()).isEmpty();
    }

    @Test
    void doesNotTellAboutDeletedCase() {
        var deleted = mail.asked(CONTACT);
        mail.site().bean(CaseService.class).delete(deleted.id());
        mail.advance(INTERVAL);
        awaitNextRun();
        assertThat(mail.server().getReceivedMessages()).isEmpty();
    }

    @Test
    void isSentAgainUntilServerIsBackAndReportedMeanwhile() {
        mail.sendsTo(SmtpStub.closedPort());
        var asked = mail.asked(CONTACT);
        for (int failures = 1; failures <= 3; failures++) {
            assertThat(undelivered()).isEmpty();
            mail.advance(INTERVAL);
            awaitNextRun();
        }
        assertThat(undelivered())
                .singleElement()
                .isEqualTo(new UndeliveredMail(
                        "digest", true, "", undelivered().get(0).since(), MailFailure.UNREACHABLE));

        mail.sendsTo(MailSite.port(mail.server()));
        mail.advance(INTERVAL);
        assertThat(content(mail.awaitMails(MailSite.DESK, 1).get(0))).contains(asked.reference());
        awaitNextRun();
        assertThat(undelivered()).isEmpty();
    }

    private List<UndeliveredMail> undelivered() {
        return mail.site().bean(MailQueue.class).findUndelivered();
    }

    /** Waits until the task is planned for later. */
    private void awaitNextRun() {
        var now = mail.site().clock().instant();
        MailSite.await(() -> mail.site()
                        .count("scheduled_tasks where task_name = 'desk-digest' and not picked"
                                + " and execution_time > timestamp with time zone '" + now + "'")
                == 1);
    }

    private static String content(MimeMessage mail) {
        return GreenMailUtil.getWholeMessage(mail).replace("=\r\n", "").replace("=3D", "=");
    }
}
