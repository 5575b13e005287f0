package dev.certpath.web.desk.login;

import static dev.certpath.testsupport.DeskFixture.PASSWORD;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.MovableClock;
import dev.certpath.testsupport.OnEveryDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEveryDatabase
class LoginIT {

    private final DeskFixture desk = DeskFixture.shared();
    private final MovableClock clock = desk.clock();

    @Test
    void opensQueueAfterLogin() {
        desk.logsIn(desk.newAdvisor()).isOn("/advisor").sees("Needs someone");
    }

    @Test
    void opensRequestedPageAfterLogin() {
        var browser = desk.browser().opens("/advisor?first=aws").isOn("/login");

        browser.submitsLogin(desk.newAdvisor(), PASSWORD).isOn("/advisor?first=aws");
    }

    @Test
    void ignoresCaseOfUsername() {
        desk.logsIn(" " + desk.newAdvisor().toUpperCase(Locale.ROOT)).isOn("/advisor");
    }

    @Test
    void keepsUsernameButNotPasswordAfterFailedLogin() {
        var browser = desk.browser()
                .logsIn("Nobody", "wrong")
                .sees("There is a problem")
                .sees("Check the name and the password");

        assertEquals("Nobody", browser.value("Name"));
        assertEquals("", browser.value("Password"));
        assertTrue(browser.html().title().startsWith("Error: "));
    }

    @Test
    void answersAllFailedLoginsAlike() {
        var disabled = desk.newAdvisor();
        desk.disable(disabled);
        var locked = desk.newAdvisor();
        failTimes(5, locked);

        var pages = List.of(
                pageAfterFailedLogin("nobody", PASSWORD),
                pageAfterFailedLogin(disabled, PASSWORD),
                pageAfterFailedLogin(locked, PASSWORD),
                pageAfterFailedLogin(desk.newAdvisor(), "wrong"),
                pageAfterFailedLogin("", ""));

        assertEquals(1, pages.stream().distinct().count(), () -> String.join("\n", pages));
    }

    @Test
    void doesNotWaitAfterFourWrongPasswords() {
        var name = desk.newAdvisor();

        failTimes(4, name);

        desk.logsIn(name).isOn("/advisor");
    }

    @Test
    void waitsOneMinuteAfterFiveWrongPasswordsThenTwo() {
        var name = desk.newAdvisor();
        failTimes(5, name);
        desk.logsIn(name).isOn("/login?wrong");

        clock.advance(Duration.ofSeconds(59));
        desk.logsIn(name).isOn("/login?wrong");
        clock.advance(Duration.ofSeconds(1));
        failTimes(1, name);

        clock.advance(Duration.ofSeconds(119));
        desk.logsIn(name).isOn("/login?wrong");
        clock.advance(Duration.ofSeconds(1));
        desk.logsIn(name).isOn("/advisor");
    }

    @Test
    void doesNotExtendWaitByAttemptsWhileWaiting() {
        var name = desk.newAdvisor();
        failTimes(20, name);

        clock.advance(Duration.ofMinutes(1));

        desk.logsIn(name).isOn("/advisor");
    }

    @Test
    void resetsFailureCountAfterSuccessfulLogin() {
        var name = desk.newAdvisor();
        failTimes(4, name);
        desk.browserOf(name);
        failTimes(4, name);

        desk.logsIn(name).isOn("/advisor");
    }

    @Test
    void changesSessionIdAtLogin() {
        var browser = desk.browser().opens("/login");
        var sessionId = browser.sessionCookie().orElseThrow();

        browser.submitsLogin(desk.newAdvisor(), PASSWORD);

        assertNotEquals(sessionId, browser.sessionCookie().orElseThrow());
    }

    @Test
    void redirectsLoggedInUserFromLoginPageToQueue() {
        desk.browserOf(desk.newAdvisor()).opens("/login").isOn("/advisor");
    }

    @Test
    void endsSessionAtLogout() {
        var name = desk.newAdvisor();
        desk.logsIn(name)
                .presses("Log out " + name)
                .isOn("/login?out")
                .sees("You are logged out")
                .opens("/advisor")
                .isOn("/login");
    }

    @Test
    void rejectsLogoutByGet() {
        desk.browserOf(desk.newAdvisor())
                .opens("/logout")
                .gets(404)
                .opens("/advisor")
                .isOn("/advisor");
    }

    @Test
    void endsLoginAfterTwelveHours() {
        var browser = desk.browserOf(desk.newAdvisor());

        clock.advance(Duration.ofHours(12).minusSeconds(1));
        browser.opens("/advisor").isOn("/advisor");
        clock.advance(Duration.ofSeconds(1));

        browser.opens("/advisor").isOn("/login");
    }

    @Test
    void endsSessionsOfDisabledAccount() {
        var name = desk.newAdvisor();
        var browser = desk.browserOf(name);

        desk.disable(name);

        browser.opens("/advisor").isOn("/login");
    }

    @Test
    void forbidsCachingOfDeskPages() {
        var browser = desk.browserOf(desk.newAdvisor());

        for (String address : List.of("/advisor", "/advisor/password", "/login")) {
            assertTrue(browser.opens(address).header("Cache-Control").contains("no-store"), address);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/advisor/password", "/logout"})
    void rejectsFormWithoutCsrfToken(String address) {
        desk.logsIn(desk.newAdvisor())
                .postsWithoutRedirect(address, Map.of("username", "x"))
                .gets(403);
        desk.browser().postsWithoutRedirect(address, Map.of("username", "x")).gets(403);
    }

    @Test
    void rejectsLoginWithoutTokenOfTheForm() {
        var name = desk.newAdvisor();
        var login = Map.of("username", name, "password", PASSWORD);

        desk.browser().postsWithoutRedirect("/login", login).gets(403);
        desk.browser().opens("/login").postsWithoutRedirect("/login", login).gets(403);
        var otherForm = desk.browser()
                .opens("/login")
                .html()
                .expectFirst("input[name=form]")
                .val();
        desk.browser()
                .opens("/login")
                .postsWithoutRedirect("/login", Map.of("username", name, "password", PASSWORD, "form", otherForm))
                .gets(403);
    }

    @Test
    void rejectsFormWithForgedCsrfToken() {
        desk.logsIn(desk.newAdvisor())
                .postsWithoutRedirect("/advisor/password", Map.of("_csrf", "x"))
                .gets(403);
    }

    @Test
    void logsInWithFormThatWasShownBeforeItsSessionExpired() {
        var browser = desk.browser().opens("/login");
        desk.bean(JdbcClient.class).sql("delete from sessions").update();

        browser.submitsLogin(desk.newAdvisor(), PASSWORD).isOn("/advisor");
    }

    @Test
    void logsInTwiceWhenFormIsSubmittedTwice() {
        var name = desk.newAdvisor();
        var first = desk.browser().opens("/login").types("Name", name).types("Password", PASSWORD);
        var second = first.inAnotherTab().returnsTo(first.page());

        first.presses("Log in").isOn("/advisor");
        second.presses("Log in").isOn("/advisor");

        first.opens("/advisor").isOn("/advisor");
    }

    @Test
    void logsInTwiceWhenFormIsSubmittedTwiceAtTheSameTime() {
        var name = desk.newAdvisor();
        var form = desk.browser().opens("/login").types("Name", name).types("Password", PASSWORD);
        var browsers = List.of(
                form.inAnotherTab().returnsTo(form.page()), form.inAnotherTab().returnsTo(form.page()));

        browsers.stream()
                .map(browser -> CompletableFuture.runAsync(() -> browser.presses("Log in")))
                .toList()
                .forEach(CompletableFuture::join);

        browsers.forEach(browser -> browser.isOn("/advisor").opens("/advisor").isOn("/advisor"));
    }

    @Test
    void opensQueueWhenFormIsSubmittedInAnotherTabAfterLogin() {
        var browser = desk.browser().opens("/login");
        var otherTab = browser.page();
        browser.submitsLogin(desk.newAdvisor(), PASSWORD).isOn("/advisor");

        browser.returnsTo(otherTab).submitsLogin("nobody", "wrong").isOn("/advisor");
    }

    @Test
    void showsLoginPageAgainWhenItsSessionHasEnded() {
        var browser = desk.browser().opens("/login").removesCookie("certpath");

        browser.submitsLogin("somebody", PASSWORD).isOn("/login?again").sees("Your session has ended");

        assertEquals("somebody", browser.value("Name"));
        assertEquals("", browser.value("Password"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/advisor/nowhere", "/advisor/", "/advisor/cases/a/b", "/admin"})
    void answersUnknownUrlWith404WithoutLoginOrCookie(String address) {
        var browser = desk.browser().opens(address).gets(404).isOn(address).sees("Page not found");

        assertTrue(browser.sessionCookie().isEmpty());
    }

    private void failTimes(int times, String username) {
        for (int attempt = 0; attempt < times; attempt++) {
            pageAfterFailedLogin(username, "wrong");
        }
    }

    /** The body of the page without the values of its inputs, which hold the username and a CSRF token. */
    private String pageAfterFailedLogin(String username, String password) {
        HttpBrowser browser = desk.browser().logsIn(username, password).isOn("/login?wrong");
        browser.html().select("input").forEach(input -> input.removeAttr("value"));
        return browser.html().body().html();
    }
}
