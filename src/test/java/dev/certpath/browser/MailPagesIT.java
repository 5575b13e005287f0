package dev.certpath.browser;

import static dev.certpath.browser.PageChecks.assertNoProblems;
import static dev.certpath.browser.PageChecks.assertNoProblemsInSample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.ContactDetails;
import dev.certpath.notification.MailQueue;
import dev.certpath.testsupport.MailSite;
import dev.certpath.testsupport.SmtpStub;
import dev.certpath.testsupport.TestApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages of an application that sends mails: those that promise one, and the one about those that can't be sent. */
@RequiresBrowser
class MailPagesIT {

    private static MailSite mail;

    @BeforeAll
    static void start() {
        mail = MailSite.start();
    }

    @AfterAll
    static void stop() {
        mail.site().close();
        mail.server().stop();
    }

    private static Browser opens(Browser browser, String address) {
        return browser.opens(mail.site().address() + address);
    }

    @Test
    void studentPageHasNoProblems(Browser browser) {
        assertNoProblemsInSample(
                opens(browser, "/recommendations/" + mail.save().id()), "form with mail");
        var asked = mail.asked(new ContactDetails("Ann Lee", "ann.lee@example.org"));
        assertNoProblemsInSample(
                opens(browser, "/recommendations/" + asked.id() + "?sent"), "answer by mail is promised");
    }

    @Test
    void adminSendsAgainAndDiscards(Browser browser) {
        var saved = mail.asked(new ContactDetails("", "nobody@example.org"));
        try (var stub = SmtpStub.thatRefuses("550 no such user")) {
            mail.sendsTo(stub.port());
            mail.performs(saved, new CaseAction.Message("Refused"));
            var queue = mail.site().bean(MailQueue.class);
            MailSite.await(() -> !queue.findUndelivered().isEmpty());
        }
        opens(browser, "/advisor")
                .types("username", "admin")
                .types("password", TestApplication.ADMIN_PASSWORD)
                .clicksAndLoads("Log in");
        browser.clicksAndLoads("1 mail could not be sent");
        assertNoProblems(browser, "mails that could not be sent");
        assertThat(browser.texts("main td")).contains("The mail server refused the address");
        browser.clicksAndLoads("Discard: To the student of " + saved.reference());
        assertNoProblemsInSample(browser, "mails, none left");
        assertThat(mail.site().count("scheduled_tasks where task_name = 'student-mail'"))
                .isZero();
        opens(browser, "/advisor/password").clicksAndLoads("Log out admin");
    }
}
