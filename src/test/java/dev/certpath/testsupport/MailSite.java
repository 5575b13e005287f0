package dev.certpath.testsupport;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseReviewService;
import dev.certpath.cases.CaseService;
import dev.certpath.cases.ContactDetails;
import dev.certpath.cases.SavedRecommendation;
import dev.certpath.editions.CurrentGuide;
import dev.certpath.guide.Answers;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * An application that sends mails to a server of its own.
 *
 * @param site the application
 * @param server the mail server
 */
public record MailSite(TestApplication site, GreenMail server) {

    /** The address of the desk. */
    public static final String DESK = "desk@certs.example.org";

    /** The URL of the site. */
    public static final String URL = "https://certs.example.org";

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** Starts a mail server on a free port. */
    public static GreenMail startServer() {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    /** Starts an application and its mail server. */
    public static MailSite start() {
        var server = startServer();
        return new MailSite(TestApplication.start(settings(port(server))), server);
    }

    /** Returns the settings of an application that sends mails to a port of this machine. */
    public static String[] settings(int port) {
        return new String[] {
            "spring.mail.host=127.0.0.1",
            "spring.mail.port=" + port,
            "certpath.mail.from=Certpath <certs@certs.example.org>",
            "certpath.mail.desk=" + DESK,
            "certpath.url=" + URL
        };
    }

    /** Returns the port of a mail server. */
    public static int port(GreenMail server) {
        return server.getSmtp().getPort();
    }

    /** Forgets all cases, all mails and all failures of an earlier test. */
    public MailSite reset() {
        site.resetClock();
        site.update("delete from cases");
        site.update("delete from scheduled_tasks where task_name = 'student-mail'");
        site.update("update scheduled_tasks set consecutive_failures = 0 where task_name = 'desk-digest'");
        server.reset(); // also chooses another port
        sendsTo(port(server));
        return this;
    }

    /** Sends further mails to another port. */
    public void sendsTo(int port) {
        site.bean(JavaMailSenderImpl.class).setPort(port);
    }

    /** Saves a recommendation. */
    public SavedRecommendation save() {
        var answers = Answers.parse(
                site.bean(CurrentGuide.class).guide(),
                Map.of(
                        "employerCloud", List.of("aws"),
                        "targetIndustry", List.of("retail"),
                        "roleFocus", List.of("mlops"),
                        "mlBackground", List.of("practitioner")));
        return site.bean(CaseService.class).save(answers, TestApplication.TODAY, Optional.empty());
    }

    /** Saves a recommendation and asks an advisor. */
    public SavedRecommendation asked(ContactDetails contact) {
        var saved = save();
        site.bean(CaseService.class).askAdvisor(saved.id(), contact, "Secret question");
        return saved;
    }

    /** An advisor performs an action on a case. */
    public void performs(SavedRecommendation saved, CaseAction action) {
        var service = site.bean(CaseReviewService.class);
        service.perform(
                saved.id(), service.find(saved.id()).orElseThrow().saved().version(), action, "ada");
    }

    /** Moves the clock, and sends what is due then. */
    public void advance(Duration duration) {
        site.clock().advance(duration);
        trigger();
    }

    /** Sends what is due. */
    public void trigger() {
        site.bean(Scheduler.class).triggerCheckForDueExecutions();
    }

    /** Waits for a number of mails to a recipient and returns these. */
    public List<MimeMessage> awaitMails(String recipient, int count) {
        await(() -> mails(recipient).size() >= count);
        return mails(recipient);
    }

    /** Returns the mails to a recipient so far. */
    public List<MimeMessage> mails(String recipient) {
        return Stream.of(server.getReceivedMessages())
                .filter(mail -> isTo(recipient, mail))
                .toList();
    }

    /** Waits until no mail to a student is due or being sent. */
    public void awaitNoStudentMail() {
        await(() -> site.count("scheduled_tasks where task_name = 'student-mail'") == 0);
    }

    /** Waits until the mail to a student has failed for the given number of times. */
    public void awaitFailures(int count) {
        await(() -> site.count("scheduled_tasks where task_name = 'student-mail' and not picked"
                        + " and consecutive_failures >= " + count)
                > 0);
    }

    /** Waits until a condition holds. */
    public static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("The condition does not hold after " + TIMEOUT);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static boolean isTo(String recipient, MimeMessage mail) {
        try {
            return mail.getRecipients(RecipientType.TO)[0].toString().equals(recipient);
        } catch (MessagingException cause) {
            throw new AssertionError(cause);
        }
    }
}
