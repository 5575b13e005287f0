package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApplicationProcess;
import dev.certpath.testsupport.PostgresServer;
import dev.certpath.testsupport.RequiresPostgres;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start with {@code --certpath.recover-admin}, in a process of its own. */
@Tag("process")
class AdminRecoveryIT {

    private static final Pattern PASSWORD = Pattern.compile("as admin with the password (\\S+) and");

    @TempDir
    private Path folder;

    @Test
    void recoversAdminInEmbeddedDatabaseWhenItIsNotInUse() {
        try (var site = TestApplication.withRealPasswordHashes(folder)) {
            locksAdminOut(site);
            try (var process = recovery("admin", List.of())) {
                assertThat(process.exitCode()).isEqualTo(1);
                assertThat(process.output())
                        .contains("The data folder is in use by another process.")
                        .doesNotContain("\tat ", "with the password");
            }
            site.browser().logsIn("admin", TestApplication.ADMIN_PASSWORD).isOn("/login?wrong");
        }

        var password = recover(List.of());

        try (var site = TestApplication.withRealPasswordHashes(folder)) {
            assertRecovered(site, password);
        }
    }

    @Test
    @RequiresPostgres
    void recoversAdminInPostgresWhileApplicationRuns() {
        var settings = PostgresServer.shared().orElseThrow().newDatabase();
        try (var site = TestApplication.withRealPasswordHashes(folder, settings.toArray(String[]::new))) {
            locksAdminOut(site);
            var password = recover(settings);

            assertRecovered(site, password);
        }
    }

    @Test
    void namesUnknownAdmin() {
        try (var process = recovery("somebody", List.of())) {
            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.output())
                    .contains(
                            "No admin is called somebody.",
                            "Set certpath.recover-admin to the name of an admin's account.")
                    .doesNotContain("\tat ", "with the password");
        }
    }

    /** Disables the account, and makes this machine wait after failed logins. */
    private static void locksAdminOut(TestApplication site) {
        for (int attempt = 0; attempt < 5; attempt++) {
            site.browser().logsIn("admin", "wrong");
        }
        site.update("update accounts set enabled = false where username = 'admin'");
    }

    private String recover(List<String> settings) {
        try (var process = recovery("admin", settings)) {
            assertThat(process.exitCode()).as(process::output).isZero();
            assertThat(process.output()).doesNotContain("Certpath is ready");
            var matcher = PASSWORD.matcher(process.output());
            assertThat(matcher.find()).as(process::output).isTrue();
            return matcher.group(1);
        }
    }

    private ApplicationProcess recovery(String username, List<String> settings) {
        return ApplicationProcess.on(
                folder,
                Stream.concat(settings.stream(), Stream.of("certpath.recover-admin=" + username))
                        .toArray(String[]::new));
    }

    private static void assertRecovered(TestApplication site, String password) {
        site.browser()
                .logsIn("admin", TestApplication.ADMIN_PASSWORD)
                .isOn("/login?wrong")
                .logsIn("admin", password)
                .isOn("/advisor/password");
        assertThat(site.count("account_changes where act = 'recover' and actor_id is null"))
                .isOne();
    }
}
