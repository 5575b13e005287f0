package dev.certpath.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApplicationProcess;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.MailSite;
import dev.certpath.testsupport.SmtpStub;
import dev.certpath.testsupport.TestApplication;
import java.net.URI;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mail whose reason was committed is sent after the process was killed. */
@Tag("process")
class MailAfterKillIT {

    @TempDir
    private Path folder;

    @Test
    void mailIsSentByTheNextProcess() {
        try (var stub = SmtpStub.thatHangs();
                var killed = ApplicationProcess.withFastPasswordHashing(folder, settings(stub.port()))) {
            writeToStudent(killed.address());
            stub.awaitClient(); // the mail is being sent
            killed.kill();
        }
        var server = MailSite.startServer();
        try (var next = ApplicationProcess.withFastPasswordHashing(folder, settings(MailSite.port(server)))) {
            next.address();
            assertThat(server.waitForIncomingEmail(120_000, 1)).isTrue();
            assertThat(server.getReceivedMessages()).hasSize(1);
            assertThat(next.errors()).isEmpty();
        } finally {
            server.stop();
        }
    }

    /** The desk gets no mails, so that the one to the student is the only one. */
    private static String[] settings(int port) {
        return Stream.of(MailSite.settings(port))
                .filter(setting -> !setting.startsWith("certpath.mail.desk"))
                .toArray(String[]::new);
    }

    /** A student asks, and an advisor answers. */
    private static void writeToStudent(URI site) {
        var student = HttpBrowser.withoutCookies(site)
                .opens("/questionnaire/check?employerCloud=aws&targetIndustry=retail&roleFocus=mlops&mlBackground=none")
                .presses("Get my recommendation")
                .types("Your e-mail (optional)", "ann.lee@example.org")
                .presses("Ask an advisor")
                .gets(200);
        var casePage = student.page()
                .address()
                .replace("/recommendations/", "/advisor/cases/")
                .replace("?sent", "");
        HttpBrowser.withCookies(site)
                .logsIn("admin", TestApplication.ADMIN_PASSWORD)
                .opens(casePage)
                .chooses("Only write, decide later")
                .types("Your words to the student", "Committed before the kill")
                .presses("Save")
                .gets(200)
                .sees("Committed before the kill");
    }
}
