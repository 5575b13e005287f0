package dev.certpath.browser;

import static dev.certpath.browser.PageChecks.assertNoProblems;
import static dev.certpath.browser.PageChecks.assertNoProblemsInSample;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/**
 * Passkeys in a browser with a virtual security key: adding, presenting, renaming and removing them. Screenshots are saved
 * in {@code target/passkeys}.
 */
@OnEveryDatabase
@RequiresBrowser
class PasskeyIT {

    private static final Path SCREENSHOTS = Path.of("target", "passkeys");
    private static final String PASSKEYS = "/advisor/passkeys";
    private static final String FORM = "form[data-passkey]";

    private final TestApplication site = TestApplication.shared();
    private final DeskFixture desk = DeskFixture.shared();

    @Test
    void passkeyIsAddedPresentedRenamedAndRemoved(Browser browser) {
        var name = desk.newAdvisor();
        browser.connectsNewSecurityKey();
        logsIn(browser, name).isOn(".*/advisor");
        opens(browser, PASSKEYS).waitsFor(FORM);
        check(browser, "none");
        addsPasskey(browser, "Blue key");
        browser.isOn(".*/login/passkey");
        check(browser, "second-factor");
        browser.clicksAndLoads("Use passkey").isOn(".*/advisor/passkeys\\?added");
        assertThat(browser.texts(".notice")).contains("The passkey is added.");
        assertThat(browser.texts(".passkeys h2")).containsExactly("Blue key");
        browser.waitsFor(FORM);
        check(browser, "one");
        logsOut(browser, name);

        logsIn(browser, name).isOn(".*/login/passkey");
        browser.tabsTo("Use passkey").presses(Keys.ENTER);
        browser.isOn(".*/advisor");
        opens(browser, PASSKEYS)
                .retypes(".passkeys input[name=name]", "Red key")
                .clicksAndLoads("Rename Blue key");
        assertThat(browser.texts(".passkeys h2")).containsExactly("Red key");
        browser.clicksAndLoads("Remove Red key");
        assertThat(browser.texts(".passkeys h2")).isEmpty();
        logsOut(browser, name);

        logsIn(browser, name).isOn(".*/advisor");
        logsOut(browser, name);
        assertThat(browser.consoleMessages()).isEmpty();
    }

    @Test
    void keyThatHasAPasskeyForTheAccountIsNotAddedAgain(Browser browser) {
        var name = desk.newAdvisor();
        browser.connectsNewSecurityKey();
        logsIn(browser, name);
        opens(browser, PASSKEYS);
        addsPasskey(browser, "Blue key");
        browser.clicksAndLoads("Use passkey").waitsFor(FORM);
        browser.retypes("#new-name", "Again").clicks("Add passkey");
        assertThat(browser.waitsFor("[data-passkey-problem=exists]"))
                .contains("has a passkey for your account already");
        assertNoProblemsInSample(browser, "passkeys, key was added before");
        logsOut(browser, name);
    }

    @Test
    void keyServesTwoAccountsAndAnAdminRemovesThoseOfOne(Browser browser) {
        var first = desk.newAdvisor();
        var second = desk.newAdvisor();
        browser.connectsNewSecurityKey();
        for (String name : List.of(first, second)) {
            logsIn(browser, name);
            opens(browser, PASSKEYS);
            addsPasskey(browser, "Key of " + name);
            browser.clicksAndLoads("Use passkey");
            logsOut(browser, name);
        }
        var admin = desk.browserOf(desk.newAdmin()).opens("/advisor/accounts");

        admin.follows("Remove passkeys " + first)
                .presses("Remove the passkeys")
                .sees("The passkeys of " + first + " are removed");

        logsIn(browser, first).isOn(".*/advisor");
        logsOut(browser, first);
        logsIn(browser, second)
                .isOn(".*/login/passkey")
                .clicksAndLoads("Use passkey")
                .isOn(".*/advisor");
        logsOut(browser, second);
    }

    @Test
    void accountsPageWithPasskeysHasNoProblems(Browser browser) {
        var advisor = desk.newAdvisor();
        var admin = desk.newAdmin();
        browser.connectsNewSecurityKey();
        logsIn(browser, advisor);
        opens(browser, PASSKEYS);
        addsPasskey(browser, "Blue key");
        logsOut(browser, advisor);
        logsIn(browser, admin);
        check(opens(browser, "/advisor/accounts"), "accounts");
        check(opens(browser, "/advisor/password"), "password");
        logsOut(browser, admin);
    }

    @Test
    void pageSaysThatPasskeysNeedScripts(Browser browser) {
        var name = desk.newAdvisor();
        logsIn(browser, name);
        browser.disablesScripts();
        opens(browser, PASSKEYS);
        assertThat(browser.texts(".notice")).anyMatch(text -> text.contains("Passkeys need JavaScript"));
        assertThat(browser.shows(FORM)).isFalse();
        logsOut(browser, name);
    }

    @Test
    void pageSaysThatPasskeysNeedLocalhostOrAConfiguredAddress(Browser browser) {
        var name = desk.newAdvisor();
        var address = "http://127.0.0.1:" + site.port();
        browser.opens(address + "/login")
                .types("username", name)
                .types("password", DeskFixture.PASSWORD)
                .clicksAndLoads("Log in")
                .opens(address + PASSKEYS);
        assertThat(browser.texts(".notice")).anyMatch(text -> text.contains("Passkeys don't work at this address"));
        assertThat(browser.shows(FORM)).isFalse();
        assertNoProblemsInSample(browser, "passkeys at an IP address");
        browser.clearCookies();
    }

    private Browser logsIn(Browser browser, String name) {
        return opens(browser, "/login")
                .types("username", name)
                .types("password", DeskFixture.PASSWORD)
                .clicksAndLoads("Log in");
    }

    private void logsOut(Browser browser, String name) {
        browser.clicksAndLoads("Log out " + name);
    }

    private Browser opens(Browser browser, String path) {
        return browser.opens(site.address() + path);
    }

    private static void addsPasskey(Browser browser, String name) {
        browser.waitsFor(FORM);
        browser.retypes("#new-name", name).clicksAndLoads("Add passkey");
    }

    private static void check(Browser browser, String page) {
        assertNoProblems(browser, "passkeys: " + page);
        for (int width : List.of(390, 768, 1280)) {
            for (String scheme : List.of("light", "dark")) {
                browser.usesViewport(Viewport.screen(width, scheme));
                browser.savesScreenshot(SCREENSHOTS.resolve("%s-%d-%s.png".formatted(page, width, scheme)));
            }
        }
        browser.usesViewport(Viewport.screen(1280, "light"));
    }
}
