package dev.certpath.web.desk.account;

import static dev.certpath.testsupport.DeskFixture.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.OnEveryDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnEveryDatabase
class PasswordPageIT {

    private static final String NEW_PASSWORD = "nine copper kettles under snow";

    private final DeskFixture desk = DeskFixture.shared();

    @Test
    void changesPassword() {
        var name = desk.newAdvisor();

        change(desk.logsIn(name), PASSWORD, NEW_PASSWORD, NEW_PASSWORD)
                .isOn("/advisor")
                .sees("Your password is changed")
                .opens("/advisor")
                .doesNotSee("Your password is changed");

        desk.browser().logsIn(name, PASSWORD).isOn("/login?wrong");
        desk.browser().logsIn(name, NEW_PASSWORD).isOn("/advisor");
    }

    @Test
    void comparesPasswordsAsTheyWereTyped() {
        var name = desk.newAdvisor();
        var typed = "  Nine Copper \u00FC kettles " + "under 17 snow ".repeat(5) + "  ";
        change(desk.logsIn(name), PASSWORD, typed, typed).isOn("/advisor");

        for (var other :
                List.of(typed.strip(), typed.toLowerCase(Locale.ROOT), typed.substring(0, typed.length() - 1))) {
            desk.browser().logsIn(name, other).isOn("/login?wrong");
        }
        desk.browser().logsIn(name, typed).isOn("/advisor");
    }

    @Test
    void endsOtherSessionsOfAccount() {
        var name = desk.newAdvisor();
        var otherSession = desk.browserOf(name);
        var session = desk.browserOf(name);
        var sessionId = session.sessionCookie();

        change(session, PASSWORD, NEW_PASSWORD, NEW_PASSWORD).opens("/advisor").isOn("/advisor");

        otherSession.opens("/advisor").isOn("/login");
        assertNotEquals(sessionId, session.sessionCookie());
    }

    @Test
    void keepsSessionsOfOtherAccounts() {
        var other = desk.browserOf(desk.newAdvisor());

        change(desk.logsIn(desk.newAdvisor()), PASSWORD, NEW_PASSWORD, NEW_PASSWORD);

        other.opens("/advisor").isOn("/advisor");
    }

    @Test
    void redirectsToPasswordPageUntilGeneratedPasswordIsChanged() {
        var browser = desk.logsIn(desk.newAdvisorWhoMustChangePassword())
                .isOn("/advisor/password")
                .sees("Choose your own to continue")
                .doesNotSee("Your passkeys")
                .opens("/advisor")
                .isOn("/advisor/password")
                .opens("/advisor/cases/" + desk.caseOf("aws").id())
                .isOn("/advisor/password");

        change(browser, PASSWORD, NEW_PASSWORD, NEW_PASSWORD)
                .isOn("/advisor")
                .opens("/advisor")
                .isOn("/advisor");
    }

    @Test
    void letsUserLogOutInsteadOfChangingPassword() {
        var name = desk.newAdvisorWhoMustChangePassword();

        desk.logsIn(name).presses("Log out " + name).isOn("/login?out");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            short one 1                        | Use at least 12 characters
            password1234                       | harder to guess
            aaaaaaaaaaaaaaaaaaaa               | harder to guess
            qwertyuiopasdf                     | harder to guess
            {name}{name}                       | harder to guess
            orchard violin seventeen lanterns  | Choose a password that differs from the current one
            """)
    void rejectsInvalidPasswordWithAdvice(String password, String advice) {
        var name = desk.newAdvisor();
        var newPassword = password.replace("{name}", name);

        change(desk.logsIn(name), PASSWORD, newPassword, newPassword)
                .gets(400)
                .sees("There is a problem")
                .sees(advice);

        desk.logsIn(name).isOn("/advisor");
    }

    @Test
    void rejectsPasswordOfMoreThan128Characters() {
        var longest = "four score and seven years ago ".repeat(4) + "abcd";
        assertEquals(128, longest.length());

        change(desk.logsIn(desk.newAdvisor()), PASSWORD, longest + "e", longest + "e")
                .gets(400)
                .sees("Use at most 128 characters");
        change(desk.logsIn(desk.newAdvisor()), PASSWORD, longest, longest).isOn("/advisor");
    }

    @Test
    void reportsAllViolationsAtOnce() {
        change(desk.logsIn(desk.newAdvisor()), "", "short", "shirt")
                .gets(400)
                .sees("Enter your current password")
                .sees("Use at least 12 characters")
                .sees("Repeat the new password exactly as above");
    }

    @Test
    void rejectsWrongCurrentPassword() {
        var name = desk.newAdvisor();

        change(desk.logsIn(name), "wrong", NEW_PASSWORD, NEW_PASSWORD).gets(400).sees("Check your current password");

        desk.logsIn(name).isOn("/advisor");
    }

    @Test
    void waitsAfterFiveWrongCurrentPasswordsWithoutKeepingOwnerFromLogin() {
        var name = desk.newAdvisor();
        var browser = desk.browserOf(name);

        for (int attempt = 0; attempt < 5; attempt++) {
            change(browser, "wrong", NEW_PASSWORD, NEW_PASSWORD).gets(400);
        }

        change(browser, PASSWORD, NEW_PASSWORD, NEW_PASSWORD).gets(400);
        desk.logsIn(name).isOn("/advisor");
        desk.clock().advance(Duration.ofMinutes(1));
        change(browser, PASSWORD, NEW_PASSWORD, NEW_PASSWORD).isOn("/advisor");
    }

    private static HttpBrowser change(
            HttpBrowser browser, String currentPassword, String newPassword, String repeated) {
        return browser.opens("/advisor/password")
                .types("Current password", currentPassword)
                .types("New password", newPassword)
                .types("Repeat the new password", repeated)
                .presses("Change password");
    }
}
