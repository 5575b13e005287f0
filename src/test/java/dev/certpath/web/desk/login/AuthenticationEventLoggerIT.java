package dev.certpath.web.desk.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.logging.WarningLimiter;
import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.OnEveryDatabase;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The log has logins, logouts and denied access with the id of the account, and no usernames. */
@OnEveryDatabase
class AuthenticationEventLoggerIT {

    private final DeskFixture desk = DeskFixture.shared();

    @Test
    void logsEventsWithAccountIdAndWithoutUsername() {
        var name = desk.newAdvisor();
        desk.clock().advance(Duration.ofHours(5)); // past the warnings of other tests, which suppress further ones
        desk.bean(WarningLimiter.class).endIntervals();
        var log = LogCapture.during(() -> {
            desk.browser().logsIn(name, "not the password");
            desk.browser().logsIn("my secret typed here", "x");
            desk.browserOf(name)
                    .opens("/advisor/accounts")
                    .gets(403)
                    .opens("/advisor")
                    .presses("Log out " + name);
        });
        assertThat(messages(log, "Login failed, BadCredentialsException: account [0-9]+"))
                .hasSize(1);
        assertThat(messages(log, "Login failed, BadCredentialsException: no account"))
                .hasSize(1);
        assertThat(messages(log, "Logged in: account [0-9]+")).hasSize(1);
        assertThat(messages(log, "Access denied: account [0-9]+")).hasSize(1);
        assertThat(messages(log, "Logged out: account [0-9]+")).hasSize(1);
        assertThat(log.lines()).noneMatch(line -> line.contains(name) || line.contains("secret"));
    }

    private static List<String> messages(LogCapture log, String pattern) {
        return log.lines().stream()
                .filter(line -> line.matches(".* " + pattern))
                .toList();
    }
}
