package dev.certpath.web.desk.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.MovableClock;
import dev.certpath.testsupport.OnEveryDatabase;
import java.nio.charset.StandardCharsets;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEveryDatabase
@ExtendWith(OutputCaptureExtension.class)
class AccountPageIT {

    private static final String ADDRESS = "/advisor/accounts";
    private static final String NEW_PASSWORD = "nine copper kettles under snow";
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final DeskFixture desk = DeskFixture.shared();
    private final MovableClock clock = desk.clock();

    @Test
    void isOpenToAdminsOnly() {
        desk.logsIn(desk.newAdmin()).follows("Accounts").isOn(ADDRESS).gets(200);

        var advisor = desk.logsIn(desk.newAdvisor());
        assertFalse(advisor.texts("nav a").contains("Accounts"));
        var token = Objects.requireNonNull(advisor.html().selectFirst("input[name=_csrf]"))
                .val();
        advisor.opens(ADDRESS).gets(403).sees("Access denied");
        advisor.postsWithoutRedirect(ADDRESS, Map.of("_csrf", token, "act", "PROMOTE", "username", "x"))
                .gets(403);
        desk.browser().opens(ADDRESS).isOn("/login");
    }

    @Test
    void listsAccountsWithRoleStateAndDate() {
        var name = desk.newAdvisor();
        var admin = desk.newAdmin();
        var browser = desk.browserOf(admin).opens(ADDRESS);

        assertEquals(List.of("Advisor", "Active"), cells(browser, name).subList(1, 3));
        assertEquals(
                DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH)
                        .format(clock.instant().atOffset(ZoneOffset.UTC)),
                cells(browser, name).get(6));
        assertEquals(List.of("Admin", "Active"), cells(browser, admin).subList(1, 3));
    }

    @Test
    void addsAdvisorWhoMustChangePassword() {
        var name = newName();
        var browser =
                add(desk.logsIn(desk.newAdmin()), name, "Advisor").isOn(ADDRESS).sees(name + " is added.");
        assertEquals(
                List.of("Advisor", "Must change password"), cells(browser, name).subList(1, 3));

        var newAdvisor = desk.browser()
                .logsIn(name, generatedPassword(browser))
                .isOn("/advisor/password")
                .opens(ADDRESS)
                .isOn("/advisor/password");
        newAdvisor
                .types("Current password", generatedPassword(browser))
                .types("New password", NEW_PASSWORD)
                .types("Repeat the new password", NEW_PASSWORD)
                .presses("Change password")
                .isOn("/advisor")
                .opens(ADDRESS)
                .gets(403);

        assertEquals("Active", cells(browser.opens(ADDRESS), name).get(2));
    }

    @Test
    void addsAdmin() {
        var name = newName();

        var browser = add(desk.logsIn(desk.newAdmin()), name, "Admin");

        assertEquals("Admin", cells(browser, name).get(1));
    }

    @Test
    void showsGeneratedPasswordOnceAndNeverLogsIt(CapturedOutput log) {
        var name = newName();
        var browser = add(desk.logsIn(desk.newAdmin()), name, "Advisor");
        var first = generatedPassword(browser);
        assertTrue(first.matches("([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}"), first);
        browser.opens(ADDRESS).doesNotSee(first).doesNotSee("is added");

        var second = generatedPassword(browser.follows("Reset password " + name).presses("Reset the password"));
        browser.opens(ADDRESS).doesNotSee(second);

        assertFalse(log.getAll().contains(first) || log.getAll().contains(second), "The password is in the log");
    }

    @Test
    void addsAccountWithLowerCaseUsername() {
        var name = newName();

        add(desk.logsIn(desk.newAdmin()), " " + name.toUpperCase(Locale.ROOT) + " ", "Advisor")
                .sees(name + " is added.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ab", "a name", "jürgen", "a/b", "ann@example.org", "<b>bold</b>", "ann,lee"})
    void rejectsInvalidUsernameAndKeepsInput(String typed) {
        var browser = add(desk.logsIn(desk.newAdmin()), typed, "Admin")
                .gets(400)
                .sees("There is a problem")
                .sees("Enter a name of 3 to 50 letters, digits, dots, dashes and underscores");

        assertEquals(typed, browser.value("Name"));
        assertEquals("Admin", browser.texts("#role option[selected]").get(0));
        assertTrue(browser.html().title().startsWith("Error: "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "Student"})
    void rejectsReservedUsername(String username) {
        add(desk.logsIn(desk.newAdmin()), username, "Advisor")
                .gets(400)
                .sees(username.toLowerCase(Locale.ROOT) + " is a reserved word");
    }

    @Test
    void acceptsUsernamesOfThreeToFiftyCharacters() {
        var browser = desk.browserOf(desk.newAdmin());
        var longest = ("a.b-c_" + newName() + "x".repeat(50)).substring(0, 50);

        add(browser, longest + "y", "Advisor").gets(400);
        add(browser, longest, "Advisor").sees(longest + " is added.");
        add(browser, "", "Advisor").gets(400).sees("Enter a name for the account");
    }

    @Test
    void rejectsTakenUsernameInAnyCaseAndKeepsInput() {
        var name = desk.newAdvisor();
        var typed = name.toUpperCase(Locale.ROOT);

        var browser = add(desk.logsIn(desk.newAdmin()), typed, "Admin")
                .gets(409)
                .sees("An account called " + name + " already exists");

        assertEquals(typed, browser.value("Name"));
        desk.logsIn(name).isOn("/advisor");
    }

    @Test
    void endsSessionsOfDisabledAccountUntilEnabled() {
        var name = desk.newAdvisor();
        var advisor = desk.browserOf(name);
        var admin = desk.browserOf(desk.newAdmin()).opens(ADDRESS);

        admin.follows("Disable " + name)
                .presses("Disable the account")
                .isOn(ADDRESS)
                .sees(name + " is disabled and logged out everywhere.");
        assertEquals("Disabled", cells(admin, name).get(2));
        advisor.opens("/advisor").isOn("/login");
        desk.logsIn(name).isOn("/login?wrong");

        admin.presses("Enable " + name).isOn(ADDRESS).sees(name + " is enabled");
        assertEquals("Active", cells(admin, name).get(2));
        desk.logsIn(name).isOn("/advisor");
    }

    @Test
    void doesNotRestoreSessionsWhenAccountIsEnabled() {
        var name = desk.newAdvisor();
        var advisor = desk.browserOf(name);

        desk.browserOf(desk.newAdmin())
                .opens(ADDRESS)
                .follows("Disable " + name)
                .presses("Disable the account")
                .presses("Enable " + name);

        advisor.opens("/advisor").isOn("/login");
    }

    @Test
    void resetPasswordReplacesOldOneAndEndsSessions() {
        var name = desk.newAdvisor();
        var advisor = desk.browserOf(name);

        var admin = desk.browserOf(desk.newAdmin())
                .opens(ADDRESS)
                .follows("Reset password " + name)
                .presses("Reset the password")
                .isOn(ADDRESS)
                .sees(name + " has a new password");

        advisor.opens("/advisor").isOn("/login");
        desk.logsIn(name).isOn("/login?wrong");
        desk.browser().logsIn(name, generatedPassword(admin)).isOn("/advisor/password");
    }

    @Test
    void resetsPasswordOnceWhenFormIsSentAgain() {
        var name = desk.newAdvisor();
        var admin = desk.browserOf(desk.newAdmin()).opens(ADDRESS);
        var page = admin.follows("Reset password " + name).page();
        var password = generatedPassword(admin.presses("Reset the password").gets(200));

        admin.returnsTo(page)
                .presses("Reset the password")
                .gets(409)
                .sees("The password of " + name + " was reset already")
                .doesNotSee(password);

        desk.browser().logsIn(name, password).isOn("/advisor/password");
        var second = generatedPassword(admin.follows("Reset password " + name)
                .presses("Reset the password")
                .gets(200));
        desk.browser().logsIn(name, password).isOn("/login?wrong");
        desk.browser().logsIn(name, second).isOn("/advisor/password");
    }

    @Test
    void showsGeneratedPasswordInResponseToFormOnly() {
        var name = newName();
        var admin = add(desk.logsIn(desk.newAdmin()), name, "Advisor").gets(200).isOn(ADDRESS);
        var added = generatedPassword(admin);
        assertTrue(admin.header("Cache-Control").contains("no-store"));
        assertIsNotStored(added);

        var reset = generatedPassword(admin.follows("Reset password " + name)
                .presses("Reset the password")
                .gets(200));
        assertTrue(admin.header("Cache-Control").contains("no-store"));
        assertIsNotStored(reset);

        for (String address : List.of(ADDRESS, ADDRESS + "/changes")) {
            admin.opens(address).doesNotSee(added, reset);
        }
    }

    /** Compares with a session attribute that is known to be stored as it is serialized. */
    private void assertIsNotStored(String password) {
        var attributes = desk.bean(JdbcClient.class)
                .sql("select attribute_bytes from sessions_attributes")
                .query(byte[].class)
                .list();
        assertFalse(attributes.isEmpty());
        assertTrue(attributes.stream()
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .noneMatch(text -> text.contains(password)));
    }

    @Test
    void rejectsInvalidKeyOfForm() {
        var name = desk.newAdvisor();
        var admin = desk.browserOf(desk.newAdmin()).opens(ADDRESS);

        for (String key : List.of("x", "x".repeat(5_000), "' or 1=1 --")) {
            admin.postsWithoutRedirect(
                            ADDRESS,
                            Map.of("_csrf", token(admin.opens(ADDRESS)), "act", "RESET", "username", name, "key", key))
                    .gets(400);
        }

        desk.logsIn(name).isOn("/advisor");
    }

    @Test
    void resetPasswordRemovesLimitsOfFailedLogins() {
        var name = desk.newAdvisor();
        for (int attempt = 0; attempt < 5; attempt++) {
            desk.browser().logsIn(name, "wrong");
        }

        var admin = desk.browserOf(desk.newAdmin())
                .opens(ADDRESS)
                .follows("Reset password " + name)
                .presses("Reset the password");

        desk.browser().logsIn(name, generatedPassword(admin)).isOn("/advisor/password");
    }

    @Test
    void promotesAdvisorFromNextLogin() {
        var name = desk.newAdvisor();
        var promoted = desk.browserOf(name);

        desk.browserOf(desk.newAdmin())
                .opens(ADDRESS)
                .follows("Make admin " + name)
                .presses("Make an admin")
                .isOn(ADDRESS)
                .sees(name + " is an admin from the next login on.");

        promoted.opens("/advisor").isOn("/advisor").opens(ADDRESS).gets(403);
        desk.browserOf(name).opens(ADDRESS).gets(200);
    }

    @Test
    void demotesAdminAndEndsSessions() {
        var name = desk.newAdmin();
        var demoted = desk.browserOf(name).opens(ADDRESS);

        var admin = desk.browserOf(desk.newAdmin())
                .opens(ADDRESS)
                .follows("Make advisor " + name)
                .presses("Make an advisor")
                .isOn(ADDRESS)
                .sees(name + " is an advisor now and logged out everywhere.");

        assertEquals("Advisor", cells(admin, name).get(1));
        demoted.opens(ADDRESS).isOn("/login");
        desk.browserOf(name).opens("/advisor").isOn("/advisor").opens(ADDRESS).gets(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DISABLE", "DEMOTE", "RESET"})
    void rejectsChangeOfOwnAccount(String act) {
        var name = desk.newAdmin();
        var admin = desk.browserOf(name).opens(ADDRESS);
        assertEquals("You", cells(admin, name).get(7));

        admin.postsWithoutRedirect(ADDRESS, Map.of("_csrf", token(admin), "act", act, "username", name))
                .gets(409)
                .sees("Ask another admin to change your account. Admins can't change their own")
                .opens(ADDRESS)
                .gets(200);

        assertEquals(List.of("Admin", "Active"), cells(admin, name).subList(1, 3));
        desk.logsIn(name).isOn("/advisor");
    }

    @Test
    void answersChangeOfUnknownAccountWith404() {
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
    void rejectsUnknownAction() {
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
                .sees("Select a role");
    }

    @Test
    void rejectsFormWithoutCsrfToken() {
        var name = desk.newAdvisor();
        var admin = desk.browserOf(desk.newAdmin());

        admin.postsWithoutRedirect(ADDRESS, Map.of("act", "DISABLE", "username", name))
                .gets(403);

        desk.logsIn(name).isOn("/advisor");
    }

    @ParameterizedTest
    @CsvSource({
        "Disable, Disable the account, Disable %s?",
        "Make admin, Make an admin, Make %s an admin?",
        "Reset password, Reset the password, Reset the password of %s?"
    })
    void asksOnceBeforeChange(String link, String button, String question) {
        var name = desk.newAdvisor();
        var advisor = desk.browserOf(name);
        var admin = desk.browserOf(desk.newAdmin()).opens(ADDRESS);

        admin.follows(link + " " + name).gets(200).seesHeading(question.formatted(name));
        assertTrue(admin.header("Cache-Control").contains("no-store"));
        admin.follows("Change nothing").isOn(ADDRESS);

        assertEquals(List.of("Advisor", "Active"), cells(admin, name).subList(1, 3));
        advisor.opens("/advisor").isOn("/advisor");
        admin.follows(link + " " + name).presses(button).isOn(ADDRESS).gets(200);
    }

    @Test
    void rejectsConfirmationOfUnknownAccountOrChange() {
        var admin = desk.browserOf(desk.newAdmin());
        for (String username : List.of("nobody-here", "", "a%00b", "x".repeat(5_000))) {
            admin.opens(ADDRESS + "/confirmation?act=DISABLE&username=" + username)
                    .gets(404);
        }
        var name = desk.newAdvisor();
        admin.opens(ADDRESS + "/confirmation?act=LIFT&username=" + name).gets(400);
        admin.opens(ADDRESS + "/confirmation?username=" + name).gets(400);
        admin.opens(ADDRESS + "/confirmation?act=DISABLE").gets(400);
        desk.browserOf(name)
                .opens(ADDRESS + "/confirmation?act=DISABLE&username=" + name)
                .gets(403);
    }

    private static HttpBrowser add(HttpBrowser admin, String name, String role) {
        return admin.opens(ADDRESS).types("Name", name).selects("Role", role).presses("Add account");
    }

    private static String newName() {
        return "new-account" + NAMES.incrementAndGet();
    }

    private static String generatedPassword(HttpBrowser admin) {
        return admin.texts(".secret").get(0);
    }

    private static String token(HttpBrowser browser) {
        return Objects.requireNonNull(browser.html().selectFirst("main input[name=_csrf]"))
                .val();
    }

    /** The texts of the columns of an account. */
    private static List<String> cells(HttpBrowser admin, String name) {
        var head = Objects.requireNonNull(admin.html().getElementById("account-" + name), name);
        return Objects.requireNonNull(head.parent()).children().eachText();
    }
}
