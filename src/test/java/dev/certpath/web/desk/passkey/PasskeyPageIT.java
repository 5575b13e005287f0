package dev.certpath.web.desk.passkey;

import static dev.certpath.web.desk.passkey.PasskeyUser.PASSKEYS;
import static dev.certpath.web.desk.passkey.PasskeyUser.SECOND_FACTOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.TestApplication;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page of one's own passkeys, and how admins remove those of others. */
@OnEveryDatabase
class PasskeyPageIT {

    private static final String ACCOUNTS = "/advisor/accounts";

    private final TestApplication site = TestApplication.shared();
    private final DeskFixture desk = DeskFixture.shared();
    private final SoftwarePasskey passkey = PasskeyUser.newPasskey(site);

    @Test
    void isLinkedFromThePasswordPage() {
        desk.browserOf(desk.newAdvisor())
                .opens("/advisor/password")
                .follows("Your passkeys")
                .isOn(PASSKEYS)
                .seesHeading("Your passkeys")
                .sees("Passkeys need JavaScript");
    }

    @Test
    void renamesPasskey() {
        var browser = loggedIn(desk.newAdvisor()).browser();
        browser.opens(PASSKEYS)
                .types("Name of Laptop", " Blue <b>key</b> ")
                .presses("Rename Laptop")
                .isOn(PASSKEYS)
                .sees("The passkey is renamed.", "Blue <b>key</b>")
                .doesNotSee("Laptop");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "123456789012345678901234567890123456789012345678901", "a\u0007b"})
    void rejectsInvalidNameAndKeepsInput(String typed) {
        var browser = loggedIn(desk.newAdvisor()).browser().opens(PASSKEYS);
        browser.types("Name of Laptop", typed).presses("Rename Laptop").gets(400);
        assertThat(browser.html().title()).startsWith("Error: ");
        assertThat(browser.value("Name of Laptop")).isEqualTo(typed);
        var link = browser.html().expectFirst("[data-errors] a").attr("href");
        assertThat(browser.html().select("input" + link).attr("aria-invalid")).isEqualTo("true");
    }

    @Test
    void removesPasskeySoThatThePasswordIsEnough() {
        var name = desk.newAdvisor();
        var log = LogCapture.during(() -> loggedIn(name)
                .browser()
                .opens(PASSKEYS)
                .presses("Remove Laptop")
                .isOn(PASSKEYS)
                .sees("The passkey is removed."));
        assertThat(log.lines()).anyMatch(line -> line.contains("Passkey removed: account "));
        desk.logsIn(name).isOn("/advisor");
    }

    @Test
    void removingEndsOtherSessionsOfAccountOnly() {
        var name = desk.newAdvisor();
        var browser = loggedIn(name).browser();
        var other = new PasskeyUser(desk.logsIn(name)).presents(passkey).browser();
        var someoneElse = desk.browserOf(desk.newAdvisor());

        desk.clock().advance(Duration.ofMinutes(1));
        browser.opens(PASSKEYS).presses("Remove Laptop").isOn(PASSKEYS);
        other.opens("/advisor").isOn("/login");
        someoneElse.opens("/advisor").isOn("/advisor");
        browser.opens("/advisor").isOn("/advisor");
        desk.clock().advance(Duration.ofHours(12).minusMinutes(1));
        browser.opens("/advisor").isOn("/login"); // twelve hours after the login, not after the removal
    }

    @Test
    void doesNotChangePasskeysOfOthers() {
        loggedIn(desk.newAdvisor());
        var otherPasskey = PasskeyUser.newPasskey(site);
        var other = desk.newAdvisor();
        new PasskeyUser(desk.browserOf(other)).adds(otherPasskey, "Phone");

        var browser = desk.browserOf(desk.newAdvisor()).opens(PASSKEYS);
        for (String act : new String[] {"RENAME", "REMOVE"}) {
            var form = Map.of("_csrf", browser.csrfToken(), "act", act, "id", otherPasskey.id(), "name", "Mine");
            browser.postsWithoutRedirect(PASSKEYS, form)
                    .gets(303)
                    .opens(PASSKEYS)
                    .sees("was removed before");
        }
        new PasskeyUser(desk.logsIn(other))
                .presents(otherPasskey)
                .browser()
                .opens(PASSKEYS)
                .sees("Phone");
    }

    @Test
    void rejectsUnknownActionAndMissingCsrfToken() {
        var browser = desk.browserOf(desk.newAdvisor()).opens(PASSKEYS);
        var token = browser.csrfToken();
        browser.postsWithoutRedirect(PASSKEYS, Map.of("_csrf", token, "act", "ADD", "id", "x"))
                .gets(400);
        browser.postsWithoutRedirect(PASSKEYS, Map.of("_csrf", token, "act", "REMOVE"))
                .gets(400);
        browser.postsWithoutRedirect(PASSKEYS, Map.of("act", "REMOVE", "id", "x"))
                .gets(403);
    }

    @Test
    void adminRemovesPasskeysOfSomeoneElse() {
        var name = desk.newAdvisor();
        var advisor = loggedIn(name).browser();
        var admin = desk.browserOf(desk.newAdmin()).opens(ACCOUNTS).sees("1 passkey");

        var log = LogCapture.during(() -> admin.follows("Remove passkeys " + name)
                .presses("Remove the passkeys")
                .isOn(ACCOUNTS)
                .sees("The passkeys of " + name + " are removed")
                .doesNotSee("1 passkey"));

        assertThat(log.lines())
                .filteredOn(line -> line.matches("(?s).*Account \\d+: remove-passkeys by account \\d+.*"))
                .hasSize(1);
        advisor.opens("/advisor").isOn("/login");
        desk.logsIn(name).isOn("/advisor");
    }

    @Test
    void adminCannotRemoveOwnPasskeysOnTheAccountsPage() {
        var name = desk.newAdmin();
        var admin = loggedIn(name).browser().opens(ACCOUNTS);
        var form = Map.of("_csrf", admin.csrfToken(), "act", "REMOVE_PASSKEYS", "username", name);
        admin.postsWithoutRedirect(ACCOUNTS, form).gets(409).sees("Ask another admin to change your account");
        desk.logsIn(name).isOn(SECOND_FACTOR);
    }

    @Test
    void pageSaysAtWhichAddressPasskeysWork() {
        var browser = desk.browserOf(desk.newAdvisor());
        browser.opens(PASSKEYS).doesNotSee("Passkeys don't work at this address. On the computer");
        var cookie = browser.cookieHeader();
        var page = site.api().gets("http://127.0.0.1:" + site.port() + PASSKEYS, "Cookie", cookie);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("don't work at this address", "http://localhost", "CERTPATH_URL");
        assertThat(page.body()).doesNotContain("data-passkey=\"add\"");
    }

    @Test
    void onlyPagesOfPasskeysMayConnect() {
        var browser = loggedIn(desk.newAdvisor()).browser();
        assertThat(browser.opens(PASSKEYS).header("Content-Security-Policy")).contains("connect-src 'self'");
        assertThat(browser.opens("/advisor").header("Content-Security-Policy")).doesNotContain("connect-src");
        assertThat(browser.opens("/advisor/password").header("Content-Security-Policy"))
                .doesNotContain("connect-src");
    }

    private PasskeyUser loggedIn(String name) {
        new PasskeyUser(desk.browserOf(name)).adds(passkey, "Laptop");
        return new PasskeyUser(desk.logsIn(name)).presents(passkey);
    }
}
