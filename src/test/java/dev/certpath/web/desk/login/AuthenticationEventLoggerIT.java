package dev.certpath.web.desk.login;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.OnEveryDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who came, left and was refused is told to the log, and nobody's name. */
@OnEveryDatabase
class AuthenticationEventLoggerIT {

    private final DeskFixture desk = DeskFixture.shared();

    @Test
    void comingGoingAndBeingRefusedAreToldByNumber() {
        var name = desk.newAdvisor();
        var log = LogCapture.during(() -> {
            DeskFixture.logsIn(desk.browser().opens("/login"), name, "not the password");
            DeskFixture.logsIn(desk.browser().opens("/login"), "my secret typed here", "x");
            desk.browserOf(name)
                    .opens("/advisor/accounts")
                    .gets(403)
                    .opens("/advisor")
                    .presses("Log out " + name);
        });
        assertThat(told(log, "Login refused, BadCredentialsException: account [0-9]+"))
                .hasSize(1);
        assertThat(told(log, "Login refused, BadCredentialsException: no account"))
                .hasSize(1);
        assertThat(told(log, "Logged in: account [0-9]+")).hasSize(1);
        assertThat(told(log, "Refused what is not for this role: account [0-9]+"))
                .hasSize(1);
        assertThat(told(log, "Logged out: account [0-9]+")).hasSize(1);
        assertThat(log.lines()).noneMatch(line -> line.contains(name) || line.contains("secret"));
    }

    private static List<String> told(LogCapture log, String line) {
        return log.lines().stream().filter(one -> one.matches(".* " + line)).toList();
    }
}
