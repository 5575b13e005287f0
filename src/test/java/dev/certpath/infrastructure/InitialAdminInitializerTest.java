package dev.certpath.infrastructure;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.certpath.CertpathApplication;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.TestApplication;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

@ExtendWith(OutputCaptureExtension.class)
class InitialAdminInitializerTest {

    private static final Pattern PASSWORD_MESSAGE =
            Pattern.compile("log in at /login as admin with the password (\\S+) and");

    @TempDir
    private Path data;

    @Test
    void generatesAPasswordThatMustBeChangedAndLogsItOnce(CapturedOutput log) {
        try (var application = startWithRealPasswordHashing()) {
            var password = loggedPassword(log);
            assertTrue(password.matches("([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}"), password);
            assertTrue(
                    log.getOut().lastIndexOf(password) < log.getOut().lastIndexOf("Certpath is ready"),
                    "The start-up message is the last line");

            HttpBrowser.withCookies(URI.create("http://localhost:" + port(application)))
                    .logsIn("admin", password)
                    .isOn("/advisor/password");
        }
        int before = log.getOut().length();
        start("").close();
        assertFalse(PASSWORD_MESSAGE.matcher(log.getOut().substring(before)).find());
    }

    /** {@code LogContentIT} checks that the configured password is not logged. */
    @Test
    void configuredPasswordNeedNotBeChanged() {
        TestApplication.shared()
                .browser()
                .logsIn("admin", TestApplication.ADMIN_PASSWORD)
                .isOn("/advisor");
    }

    @Test
    void weakConfiguredPasswordFailsStartUpWithAClearMessage(CapturedOutput log) {
        assertThrows(RuntimeException.class, () -> start("password1234"));

        assertTrue(
                log.getAll().contains("CERTPATH_ADMIN_PASSWORD can't be the first account's password."), log::getAll);
        assertTrue(log.getAll().contains("Choose a new password that is harder to guess"), log::getAll);
        assertFalse(log.getAll().contains("\tat "), log::getAll);
    }

    private TestApplication start(String password) {
        return TestApplication.on(data, "CERTPATH_ADMIN_PASSWORD=" + password);
    }

    /** Starts the application without test beans, so that passwords are hashed as in production. */
    private ConfigurableApplicationContext startWithRealPasswordHashing() {
        return new SpringApplicationBuilder(CertpathApplication.class)
                .run(
                        "--server.port=0",
                        "--CERTPATH_DATA=" + data,
                        "--CERTPATH_RATE_LIMIT=off",
                        "--CERTPATH_ADMIN_PASSWORD=");
    }

    private static int port(ConfigurableApplicationContext application) {
        return ((WebServerApplicationContext) application).getWebServer().getPort();
    }

    private static String loggedPassword(CapturedOutput log) {
        Matcher matcher = PASSWORD_MESSAGE.matcher(log.getOut());
        assertTrue(matcher.find(), log::getOut);
        return matcher.group(1);
    }
}
