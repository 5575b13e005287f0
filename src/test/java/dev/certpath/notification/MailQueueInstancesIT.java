package dev.certpath.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import dev.certpath.cases.CaseAction;
import dev.certpath.cases.ContactDetails;
import dev.certpath.testsupport.MailSite;
import dev.certpath.testsupport.PostgresServer;
import dev.certpath.testsupport.RequiresPostgres;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances with one database send every mail once. */
@RequiresPostgres
class MailQueueInstancesIT {

    private static final int MAILS = 20;

    @TempDir
    private Path folder;

    @Test
    void eachMailIsSentOnce() {
        var server = MailSite.startServer();
        var settings = Stream.concat(
                        PostgresServer.shared().orElseThrow().newDatabase().stream(),
                        Stream.of(MailSite.settings(MailSite.port(server))))
                .toArray(String[]::new);
        try (var one = TestApplication.on(folder, settings);
                var other = TestApplication.on(folder, settings)) {
            var schedulers = List.of(one.bean(Scheduler.class), other.bean(Scheduler.class));
            schedulers.forEach(Scheduler::pause);
            var mail = new MailSite(one, server);
            var recipients = IntStream.range(0, MAILS)
                    .mapToObj(number -> "student" + number + "@example.org")
                    .toList();
            recipients.forEach(recipient ->
                    mail.performs(mail.asked(new ContactDetails("", recipient)), new CaseAction.Message("Once")));
            schedulers.forEach(Scheduler::resume);
            MailSite.await(() -> {
                schedulers.forEach(Scheduler::triggerCheckForDueExecutions);
                return one.count("scheduled_tasks where task_name = 'student-mail'") == 0;
            });

            assertThat(recipients)
                    .allSatisfy(recipient -> assertThat(mail.mails(recipient)).hasSize(1));
        } finally {
            server.stop();
        }
    }
}
