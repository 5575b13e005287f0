package dev.certpath.web.desk.login;

import static dev.certpath.testsupport.DeskFixture.PASSWORD;
import static dev.certpath.testsupport.DeskFixture.logsIn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.certpath.accounts.LoginBackoff;
import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.MovableClock;
import dev.certpath.testsupport.OnEveryDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryDatabase
class LoginIT {

    private final DeskFixture desk = DeskFixture.shared();
    private final MovableClock clock = desk.clock();

    @Test
    void theLoginLeadsToTheQueue() {
        desk.logsIn(desk.newAdvisor()).isOn("/advisor").sees("Needs someone");
    }

    @Test
    void theLoginLeadsOnToThePageAskedFor() {
        var visitor = desk.browser().opens("/advisor?first=aws").isOn("/login");

        logsIn(visitor, desk.newAdvisor(), PASSWORD).isOn("/advisor?first=aws");
    }

    @Test
    void capitalsInANameDoNotMatter() {
        desk.logsIn(" " + desk.newAdvisor().toUpperCase(java.util.Locale.ROOT)).isOn("/advisor");
    }

    @Test
    void aWrongPasswordKeepsTheNameAndNotThePassword() {
        var visitor = logsIn(desk.browser().opens("/login"), "Nobody", "wrong")
                .sees("There is a problem")
                .sees("Check the name and the password");

        assertEquals("Nobody", visitor.value("Name"));
        assertEquals("", visitor.value("Password"));
        assertTrue(visitor.html().title().startsWith("Error: "));
    }

    @Test
    void anUnknownNameADisabledAccountAndAWrongPasswordGetTheSameAnswer() {
        var disabled = desk.newAdvisor();
        desk.disable(disabled);
        var waiting = desk.newAdvisor();
        failTimes(5, waiting);

        var answers = List.of(
                answerTo("nobody", PASSWORD),
                answerTo(disabled, PASSWORD),
                answerTo(waiting, PASSWORD),
                answerTo(desk.newAdvisor(), "wrong"),
                answerTo("", ""));

        assertEquals(1, answers.stream().distinct().count(), () -> String.join("\n", answers));
    }

    @Test
    void fourWrongPasswordsCostNothing() {
        var name = desk.newAdvisor();

        failTimes(4, name);

        desk.logsIn(name).isOn("/advisor");
    }

    @Test
    void afterFiveWrongPasswordsTheAccountWaitsAMinuteThenTwo() {
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
    void tryingWhileTheAccountWaitsDoesNotMakeItWaitLonger() {
        var name = desk.newAdvisor();
        failTimes(20, name);

        clock.advance(Duration.ofMinutes(1));

        desk.logsIn(name).isOn("/advisor");
    }

    @Test
    void theRightPasswordForgetsTheWrongOnesBefore() {
        var name = desk.newAdvisor();
        failTimes(4, name);
        desk.browserOf(name);
        failTimes(4, name);

        desk.logsIn(name).isOn("/advisor");
    }

    @ParameterizedTest
    @CsvSource({"4, 0", "5, 1", "6, 2", "7, 4", "10, 32", "11, 60", "12, 60", "1000000, 60"})
    void theWaitDoublesUpToAnHour(int failures, long minutes) {
        assertEquals(Duration.ofMinutes(minutes), LoginBackoff.after(failures).orElse(Duration.ZERO));
    }

    @Test
    void theLoginMakesANewSession() {
        var visitor = desk.browser().opens("/login");
        var before = visitor.sessionCookie().orElseThrow();

        logsIn(visitor, desk.newAdvisor(), PASSWORD);

        assertNotEquals(before, visitor.sessionCookie().orElseThrow());
    }

    @Test
    void theLoginPageLeadsThoseWhoAreInToTheQueue() {
        desk.browserOf(desk.newAdvisor()).opens("/login").isOn("/advisor");
    }

    @Test
    void loggingOutEndsTheSession() {
        var name = desk.newAdvisor();
        desk.logsIn(name)
                .presses("Log out " + name)
                .isOn("/login?out")
                .sees("You are logged out")
                .opens("/advisor")
                .isOn("/login");
    }

    @Test
    void aLogoutNeedsAForm() {
        desk.browserOf(desk.newAdvisor())
                .opens("/logout")
                .gets(404)
                .opens("/advisor")
                .isOn("/advisor");
    }

    @Test
    void aVisitEndsAfterTwelveHours() {
        var visitor = desk.browserOf(desk.newAdvisor());

        clock.advance(Duration.ofHours(12).minusSeconds(1));
        visitor.opens("/advisor").isOn("/advisor");
        clock.advance(Duration.ofSeconds(1));

        visitor.opens("/advisor").isOn("/login");
    }

    @Test
    void anAccountThatIsDisabledIsOutAtOnce() {
        var name = desk.newAdvisor();
        var visitor = desk.browserOf(name);

        desk.disable(name);

        visitor.opens("/advisor").isOn("/login");
    }

    @Test
    void theDesksPagesAreNotStored() {
        var visitor = desk.browserOf(desk.newAdvisor());

        for (String address : List.of("/advisor", "/advisor/password", "/login")) {
            assertTrue(visitor.opens(address).header("Cache-Control").contains("no-store"), address);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/advisor/password", "/logout", "/login"})
    void aFormWithoutATokenIsRefused(String address) {
        desk.logsIn(desk.newAdvisor())
                .postsWithoutRedirect(address, Map.of("username", "x"))
                .gets(403);
        desk.browser().postsWithoutRedirect(address, Map.of("username", "x")).gets(403);
    }

    @Test
    void aFormWithAMadeUpTokenIsRefused() {
        desk.logsIn(desk.newAdvisor())
                .postsWithoutRedirect("/advisor/password", Map.of("_csrf", "x"))
                .gets(403);
    }

    @Test
    void aLoginPageThatWaitedTooLongAsksAgain() {
        var visitor = desk.browser().opens("/login").removesCookie("certpath");

        logsIn(visitor, "nobody", PASSWORD).isOn("/login?again").sees("You had been logged out meanwhile");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/advisor/nowhere", "/advisor/", "/advisor/cases/a/b", "/admin"})
    void anUnknownAddressIsNotFoundWithoutALoginOrACookie(String address) {
        var visitor = desk.browser().opens(address).gets(404).isOn(address).sees("Page not found");

        assertTrue(visitor.sessionCookie().isEmpty());
    }

    private void failTimes(int times, String name) {
        for (int time = 0; time < times; time++) {
            answerTo(name, "wrong");
        }
    }

    /** The whole page that answers, less what was typed and what differs each time. */
    private String answerTo(String name, String password) {
        HttpBrowser visitor =
                logsIn(desk.browser().opens("/login"), name, password).isOn("/login?wrong");
        visitor.html().select("input").forEach(input -> input.removeAttr("value"));
        return visitor.html().body().html();
    }
}
