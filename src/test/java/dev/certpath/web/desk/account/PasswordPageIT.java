package dev.certpath.web.desk.account;

import static dev.certpath.testsupport.DeskFixture.PASSWORD;
import static dev.certpath.testsupport.DeskFixture.logsIn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.OnEveryDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnEveryDatabase
class PasswordPageIT {

    private static final String ANOTHER = "nine copper kettles under snow";

    private final DeskFixture desk = DeskFixture.shared();

    @Test
    void anAdvisorChangesTheirPassword() {
        var name = desk.newAdvisor();

        change(desk.logsIn(name), PASSWORD, ANOTHER, ANOTHER)
                .isOn("/advisor")
                .sees("Your password is changed")
                .opens("/advisor")
                .doesNotSee("Your password is changed");

        logsIn(desk.browser().opens("/login"), name, PASSWORD).isOn("/login?wrong");
        logsIn(desk.browser().opens("/login"), name, ANOTHER).isOn("/advisor");
    }

    @Test
    void aChangedPasswordEndsTheOtherSessions() {
        var name = desk.newAdvisor();
        var elsewhere = desk.browserOf(name);
        var here = desk.browserOf(name);
        var before = here.sessionCookie();

        change(here, PASSWORD, ANOTHER, ANOTHER).opens("/advisor").isOn("/advisor");

        elsewhere.opens("/advisor").isOn("/login");
        assertNotEquals(before, here.sessionCookie());
    }

    @Test
    void aChangedPasswordLeavesOtherAdvisorsAlone() {
        var other = desk.browserOf(desk.newAdvisor());

        change(desk.logsIn(desk.newAdvisor()), PASSWORD, ANOTHER, ANOTHER);

        other.opens("/advisor").isOn("/advisor");
    }

    @Test
    void whoMustChangeThePasswordSeesNothingElseBefore() {
        var visitor = desk.logsIn(desk.newAdvisorWhoMustChange())
                .isOn("/advisor/password")
                .sees("Choose your own, then the desk opens")
                .opens("/advisor")
                .isOn("/advisor/password")
                .opens("/advisor/cases/" + desk.caseOf("aws").id())
                .isOn("/advisor/password");

        change(visitor, PASSWORD, ANOTHER, ANOTHER)
                .isOn("/advisor")
                .opens("/advisor")
                .isOn("/advisor");
    }

    @Test
    void whoMustChangeThePasswordMayLogOutInstead() {
        var name = desk.newAdvisorWhoMustChange();

        desk.logsIn(name).presses("Log out " + name).isOn("/login?out");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            short one 1                        | Use at least 12 characters
            password1234                       | harder to guess
            aaaaaaaaaaaaaaaaaaaa               | harder to guess
            qwertyuiopasdf                     | harder to guess
            {name}{name}                       | harder to guess
            orchard violin seventeen lanterns  | Choose another password than the present one
            """)
    void aPasswordThatBreaksTheRulesIsRefusedWithWhatToDo(String password, String advice) {
        var name = desk.newAdvisor();
        var wanted = password.replace("{name}", name);

        change(desk.logsIn(name), PASSWORD, wanted, wanted)
                .gets(400)
                .sees("There is a problem")
                .sees(advice);

        desk.logsIn(name).isOn("/advisor");
    }

    @Test
    void aPasswordHas128CharactersAtMost() {
        var longest = "four score and seven years ago ".repeat(4) + "abcd";
        assertEquals(128, longest.length());

        change(desk.logsIn(desk.newAdvisor()), PASSWORD, longest + "e", longest + "e")
                .gets(400)
                .sees("Use at most 128 characters");
        change(desk.logsIn(desk.newAdvisor()), PASSWORD, longest, longest).isOn("/advisor");
    }

    @Test
    void everyMistakeIsToldAtOnce() {
        change(desk.logsIn(desk.newAdvisor()), "", "short", "shirt")
                .gets(400)
                .sees("Enter your present password")
                .sees("Use at least 12 characters")
                .sees("Type the new password once more");
    }

    @Test
    void onlyTheOwnerChangesAPassword() {
        var name = desk.newAdvisor();

        change(desk.logsIn(name), "wrong", ANOTHER, ANOTHER).gets(400).sees("Check your present password");

        desk.logsIn(name).isOn("/advisor");
    }

    @Test
    void guessingThePresentPasswordMakesTheAccountWait() {
        var name = desk.newAdvisor();
        var visitor = desk.browserOf(name);

        for (int time = 0; time < 5; time++) {
            change(visitor, "wrong", ANOTHER, ANOTHER).gets(400);
        }

        change(visitor, PASSWORD, ANOTHER, ANOTHER).gets(400);
        desk.logsIn(name).isOn("/login?wrong");
    }

    private static HttpBrowser change(HttpBrowser visitor, String present, String wanted, String again) {
        return visitor.opens("/advisor/password")
                .types("Present password", present)
                .types("New password", wanted)
                .types("New password, once more", again)
                .presses("Change password");
    }
}
