package dev.certpath.web.desk.account;

import static dev.certpath.testsupport.DeskFixture.logsIn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.MovableClock;
import dev.certpath.testsupport.OnEveryDatabase;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@OnEveryDatabase
@ExtendWith(OutputCaptureExtension.class)
class AccountPageIT {

    private static final String ADDRESS = "/advisor/accounts";
    private static final String ANOTHER = "nine copper kettles under snow";
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final DeskFixture desk = DeskFixture.shared();
    private final MovableClock clock = desk.clock();

    @Test
    void onlyAdminsAreLedToTheAccountsAndLetIn() {
        desk.logsIn(desk.newAdmin()).follows("Accounts").isOn(ADDRESS).gets(200);

        var advisor = desk.logsIn(desk.newAdvisor());
        assertFalse(advisor.texts("nav a").contains("Accounts"));
        var token = Objects.requireNonNull(advisor.html().selectFirst("input[name=_csrf]"))
                .val();
        advisor.opens(ADDRESS).gets(403).sees("This is not open to you");
        advisor.postsWithoutRedirect(ADDRESS, Map.of("_csrf", token, "act", "PROMOTE", "username", "x"))
                .gets(403);
        desk.browser().opens(ADDRESS).isOn("/login");
    }

    @Test
    void anAccountIsListedWithItsRoleStateAndDay() {
        var name = desk.newAdvisor();
        var admin = desk.newAdmin();
        var visitor = desk.browserOf(admin).opens(ADDRESS);

        assertEquals(List.of("Advisor", "Open"), cells(visitor, name).subList(1, 3));
        assertEquals(
                DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH)
                        .format(clock.instant().atOffset(ZoneOffset.UTC)),
                cells(visitor, name).get(3));
        assertEquals(List.of("Admin", "Open"), cells(visitor, admin).subList(1, 3));
    }

    @Test
    void anAccountThatWaitsIsListedWithUntilWhen() {
        var name = desk.newAdvisor();
        for (int time = 0; time < 5; time++) {
            logsIn(desk.browser().opens("/login"), name, "wrong");
        }
        var visitor = desk.browserOf(desk.newAdmin()).opens(ADDRESS);

        assertTrue(
                cells(visitor, name).get(2).matches("Waits until \\d{1,2}:\\d\\d[ap]m"),
                () -> cells(visitor, name).get(2));

        clock.advance(Duration.ofMinutes(1));
        assertEquals("Open", cells(visitor.opens(ADDRESS), name).get(2));
    }

    @Test
    void anAddedAccountOpensTheDeskOnceItsPasswordIsChanged() {
        var name = newName();
        var visitor =
                add(desk.logsIn(desk.newAdmin()), name, "Advisor").isOn(ADDRESS).sees(name + " is added.");
        assertEquals(
                List.of("Advisor", "Must change its password"),
                cells(visitor, name).subList(1, 3));

        var newcomer = logsIn(desk.browser().opens("/login"), name, madeUp(visitor))
                .isOn("/advisor/password")
                .opens(ADDRESS)
                .isOn("/advisor/password");
        newcomer.types("Present password", madeUp(visitor))
                .types("New password", ANOTHER)
                .types("New password, once more", ANOTHER)
                .presses("Change password")
                .isOn("/advisor")
                .opens(ADDRESS)
                .gets(403);

        assertEquals("Open", cells(visitor.opens(ADDRESS), name).get(2));
    }

    @Test
    void anAddedAdminLooksAfterTheAccounts() {
        var name = newName();

        var visitor = add(desk.logsIn(desk.newAdmin()), name, "Admin");

        assertEquals("Admin", cells(visitor, name).get(1));
    }

    @Test
    void aMadeUpPasswordIsShownOnceAndNeverLogged(CapturedOutput log) {
        var name = newName();
        var visitor = add(desk.logsIn(desk.newAdmin()), name, "Advisor");
        var first = madeUp(visitor);
        assertTrue(first.matches("([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}"), first);
        visitor.opens(ADDRESS).doesNotSee(first).doesNotSee("is added");

        var second = madeUp(visitor.presses("Reset password " + name));
        visitor.opens(ADDRESS).doesNotSee(second);

        assertFalse(log.getAll().contains(first) || log.getAll().contains(second), "It is in the log");
    }

    @Test
    void capitalsInTheNameOfANewAccountAreNotKept() {
        var name = newName();

        add(desk.logsIn(desk.newAdmin()), " " + name.toUpperCase(Locale.ROOT) + " ", "Advisor")
                .sees(name + " is added.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "a name", "jürgen", "a/b", "ann@example.org", "<b>bold</b>", "ann,lee"})
    void aNameThatNoAccountCanHaveIsRefusedAndStays(String typed) {
        var visitor = add(desk.logsIn(desk.newAdmin()), typed, "Admin")
                .gets(400)
                .sees("There is a problem")
                .sees("Enter a name of 3 to 50 letters, digits, dots, dashes and underscores");

        assertEquals(typed, visitor.value("Name"));
        assertEquals("Admin", visitor.texts("#role option[selected]").get(0));
        assertTrue(visitor.html().title().startsWith("Error: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "Student"})
    void aWordOfTheDeskIsNoName(String word) {
        add(desk.logsIn(desk.newAdmin()), word, "Advisor")
                .gets(400)
                .sees("At the desk, " + word.toLowerCase(Locale.ROOT) + " means something else");
    }

    @Test
    void aNameHasThreeToFiftyCharacters() {
        var visitor = desk.browserOf(desk.newAdmin());
        var longest = ("a.b-c_" + newName() + "x".repeat(50)).substring(0, 50);

        add(visitor, longest + "y", "Advisor").gets(400);
        add(visitor, longest, "Advisor").sees(longest + " is added.");
        add(visitor, "", "Advisor").gets(400).sees("Enter a name for the account");
    }

    @Test
    void aTakenNameIsRefusedHoweverItIsTypedAndStays() {
        var name = desk.newAdvisor();
        var typed = name.toUpperCase(Locale.ROOT);

        var visitor = add(desk.logsIn(desk.newAdmin()), typed, "Admin")
                .gets(409)
                .sees("There is an account called " + name + " already");

        assertEquals(typed, visitor.value("Name"));
        desk.logsIn(name).isOn("/advisor");
    }

    @Test
    void aDisabledAccountIsOutAtOnceUntilItIsEnabled() {
        var name = desk.newAdvisor();
        var advisor = desk.browserOf(name);
        var admin = desk.browserOf(desk.newAdmin()).opens(ADDRESS);

        admin.presses("Disable " + name).isOn(ADDRESS).sees(name + " is disabled and logged out everywhere.");
        assertEquals("Disabled", cells(admin, name).get(2));
        advisor.opens("/advisor").isOn("/login");
        desk.logsIn(name).isOn("/login?wrong");

        admin.presses("Enable " + name).isOn(ADDRESS).sees(name + " is enabled");
        assertEquals("Open", cells(admin, name).get(2));
        desk.logsIn(name).isOn("/advisor");
    }

    @Test
    void aSessionThatWasEndedStaysEndedWhenTheAccountIsEnabled() {
        var name = desk.newAdvisor();
        var advisor = desk.browserOf(name);

        desk.browserOf(desk.newAdmin())
                .opens(ADDRESS)
                .presses("Disable " + name)
                .presses("Enable " + name);

        advisor.opens("/advisor").isOn("/login");
    }

    @Test
    void aResetPasswordReplacesTheOldOneAndEndsTheSessions() {
        var name = desk.newAdvisor();
        var advisor = desk.browserOf(name);

        var admin = desk.browserOf(desk.newAdmin())
                .opens(ADDRESS)
                .presses("Reset password " + name)
                .isOn(ADDRESS)
                .sees(name + " has a new password");

        advisor.opens("/advisor").isOn("/login");
        desk.logsIn(name).isOn("/login?wrong");
        logsIn(desk.browser().opens("/login"), name, madeUp(admin)).isOn("/advisor/password");
    }

    @Test
    void ofTwoResetsTheSecondsPasswordIsShown() {
        var name = desk.newAdvisor();
        var admin = desk.browserOf(desk.newAdmin()).opens(ADDRESS);
        var reset = Map.of("_csrf", token(admin), "act", "RESET", "username", name);

        admin.postsWithoutRedirect(ADDRESS, reset)
                .gets(303)
                .postsWithoutRedirect(ADDRESS, reset)
                .gets(303)
                .opens(ADDRESS);

        logsIn(desk.browser().opens("/login"), name, madeUp(admin)).isOn("/advisor/password");
    }

    @Test
    void aResetPasswordLetsInWhoHadToWait() {
        var name = desk.newAdvisor();
        for (int time = 0; time < 5; time++) {
            logsIn(desk.browser().opens("/login"), name, "wrong");
        }

        var admin = desk.browserOf(desk.newAdmin()).opens(ADDRESS).presses("Reset password " + name);

        logsIn(desk.browser().opens("/login"), name, madeUp(admin)).isOn("/advisor/password");
    }

    @Test
    void anAdvisorWhoIsMadeAdminIsOneFromTheNextLoginOn() {
        var name = desk.newAdvisor();
        var promoted = desk.browserOf(name);

        desk.browserOf(desk.newAdmin())
                .opens(ADDRESS)
                .presses("Make admin " + name)
                .isOn(ADDRESS)
                .sees(name + " is an admin from the next login on.");

        promoted.opens("/advisor").isOn("/advisor").opens(ADDRESS).gets(403);
        desk.browserOf(name).opens(ADDRESS).gets(200);
    }

    @Test
    void anAdminWhoIsMadeAdvisorIsOutAtOnceAndComesBackAsOne() {
        var name = desk.newAdmin();
        var demoted = desk.browserOf(name).opens(ADDRESS);

        var admin = desk.browserOf(desk.newAdmin())
                .opens(ADDRESS)
                .presses("Make advisor " + name)
                .isOn(ADDRESS)
                .sees(name + " is an advisor now and logged out everywhere.");

        assertEquals("Advisor", cells(admin, name).get(1));
        demoted.opens(ADDRESS).isOn("/login");
        desk.browserOf(name).opens("/advisor").isOn("/advisor").opens(ADDRESS).gets(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DISABLE", "DEMOTE", "RESET"})
    void nobodyChangesTheirOwnAccountHere(String act) {
        var name = desk.newAdmin();
        var admin = desk.browserOf(name).opens(ADDRESS);
        assertEquals("You", cells(admin, name).get(4));

        admin.postsWithoutRedirect(ADDRESS, Map.of("_csrf", token(admin), "act", act, "username", name))
                .gets(409)
                .sees("Ask another admin")
                .opens(ADDRESS)
                .gets(200);

        assertEquals(List.of("Admin", "Open"), cells(admin, name).subList(1, 3));
        desk.logsIn(name).isOn("/advisor");
    }

    @Test
    void aChangeOfAnAccountThatIsNotThereIsNotFound() {
        var admin = desk.browserOf(desk.newAdmin()).opens(ADDRESS);
        var token = token(admin);

        for (String username : List.of("nobody", "", "a\u0000b", "x".repeat(5_000))) {
            for (String act : List.of("DISABLE", "RESET")) {
                admin.postsWithoutRedirect(ADDRESS, Map.of("_csrf", token, "act", act, "username", username))
                        .gets(404);
            }
        }
    }

    @Test
    void anUnknownActIsRefused() {
        var name = desk.newAdvisor();
        var admin = desk.browserOf(desk.newAdmin()).opens(ADDRESS);
        var token = token(admin);

        admin.postsWithoutRedirect(ADDRESS, Map.of("_csrf", token, "act", "DELETE", "username", name))
                .gets(400);
        admin.postsWithoutRedirect(ADDRESS, Map.of("_csrf", token, "username", name))
                .gets(400);
        admin.postsWithoutRedirect(ADDRESS, Map.of("_csrf", token, "act", "DISABLE"))
                .gets(400);
        admin.postsWithoutRedirect(
                        ADDRESS, Map.of("_csrf", token, "act", "ADD", "username", newName(), "role", "owner"))
                .gets(400)
                .sees("Select what the account may do");
    }

    @Test
    void aFormWithoutATokenChangesNothing() {
        var name = desk.newAdvisor();
        var admin = desk.browserOf(desk.newAdmin());

        admin.postsWithoutRedirect(ADDRESS, Map.of("act", "DISABLE", "username", name))
                .gets(403);

        desk.logsIn(name).isOn("/advisor");
    }

    private static HttpBrowser add(HttpBrowser admin, String name, String role) {
        return admin.opens(ADDRESS).types("Name", name).selects("Role", role).presses("Add account");
    }

    private static String newName() {
        return "newcomer" + NAMES.incrementAndGet();
    }

    private static String madeUp(HttpBrowser admin) {
        return admin.texts(".secret").get(0);
    }

    private static String token(HttpBrowser visitor) {
        return Objects.requireNonNull(visitor.html().selectFirst("main input[name=_csrf]"))
                .val();
    }

    /** What the row of an account says, column by column. */
    private static List<String> cells(HttpBrowser admin, String name) {
        var head = Objects.requireNonNull(admin.html().getElementById("account-" + name), name);
        return Objects.requireNonNull(head.parent()).children().eachText();
    }
}
