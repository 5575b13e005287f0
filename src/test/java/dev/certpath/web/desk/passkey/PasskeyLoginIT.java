package dev.certpath.web.desk.passkey;

import static dev.certpath.testsupport.DeskFixture.PASSWORD;
import static dev.certpath.web.desk.passkey.PasskeyUser.LOGIN;
import static dev.certpath.web.desk.passkey.PasskeyUser.LOGIN_OPTIONS;
import static dev.certpath.web.desk.passkey.PasskeyUser.PASSKEYS;
import static dev.certpath.web.desk.passkey.PasskeyUser.REGISTRATION;
import static dev.certpath.web.desk.passkey.PasskeyUser.REGISTRATION_OPTIONS;
import static dev.certpath.web.desk.passkey.PasskeyUser.SECOND_FACTOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.TestApplication;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Adding and presenting passkeys over HTTP, and all that must be rejected. The browser's part is a {@link SoftwarePasskey}. */
@OnEveryDatabase
class PasskeyLoginIT {

    private final TestApplication site = TestApplication.shared();
    private final DeskFixture desk = DeskFixture.shared();

    @Test
    void asksForThePasskeyAfterThePassword() {
        var passkey = PasskeyUser.newPasskey(site);
        var name = desk.newAdvisor();
        new PasskeyUser(desk.browserOf(name)).adds(passkey, "Laptop");

        var user = new PasskeyUser(desk.browser().opens("/advisor/insights").isOn("/login"));
        user.browser().submitsLogin(name, PASSWORD).isOn(SECOND_FACTOR).seesHeading("Use your passkey");
        var sessionAfterPassword = user.browser().sessionCookie();
        user.presents(passkey);

        assertThat(user.browser().header("Location")).endsWith("/advisor/insights");
        assertThat(user.browser().sessionCookie()).isPresent().isNotEqualTo(sessionAfterPassword);
        user.browser().opens("/advisor/insights").isOn("/advisor/insights").isLoggedInAs(name);
        user.browser().opens(SECOND_FACTOR).isOn("/advisor");
    }

    @Test
    void asksForANewPasskeyInTheSessionsThatHaveNotPresentedOne() {
        var passkey = PasskeyUser.newPasskey(site);
        var name = desk.newAdvisor();
        var other = desk.browserOf(name);

        var user = new PasskeyUser(desk.browserOf(name)).adds(passkey, "Laptop");

        user.browser().opens(PASSKEYS).isOn(SECOND_FACTOR);
        other.opens("/advisor").isOn(SECOND_FACTOR);
        user.presents(passkey).browser().opens(PASSKEYS).isOn(PASSKEYS).sees("Laptop");
        other.opens("/advisor").isOn(SECOND_FACTOR);
    }

    @Test
    void pageThatAsksForThePasskeyLeadsNowhereElse() {
        var user = withPasswordAlone(PasskeyUser.newPasskey(site));
        user.opensSecondFactor();
        assertThat(user.browser().texts("header a")).containsExactly("Certification path");
        user.browser().presses("Log out " + loggedInName(user)).isOn("/login?out");
    }

    @Test
    void formOfAnEndedSessionIsKeptUntilThePasskeyIsPresented() {
        var passkey = PasskeyUser.newPasskey(site);
        var name = desk.newAdvisor();
        new PasskeyUser(desk.browserOf(name)).adds(passkey, "Laptop");
        var page = "/advisor/cases/" + desk.caseOf("aws").id();
        var user = new PasskeyUser(desk.logsIn(name)).presents(passkey);
        user.browser()
                .opens(page)
                .types("New note", "Ring back")
                .removesCookie("certpath")
                .presses("Add note")
                .isOn("/login?again")
                .submitsLogin(name, PASSWORD)
                .isOn(SECOND_FACTOR);

        user.presents(passkey);

        user.browser().opens(user.browser().header("Location")).isOn(page);
        assertThat(user.browser().value("New note")).isEqualTo("Ring back");
    }

    @Test
    void logsLoginsWithThePasskeyAndRejectedOnes() {
        var passkey = PasskeyUser.newPasskey(site);
        var user = withPasswordAlone(passkey);
        var log = LogCapture.during(() -> {
            user.sendsAssertion(passkey.forged());
            user.presents(passkey);
        });
        assertThat(log.lines())
                .anyMatch(line -> line.contains("Login failed, BadCredentialsException: account "))
                .anyMatch(line -> line.contains("Logged in with a passkey: account "))
                .noneMatch(line -> line.contains("Access denied"));
        assertThat(log.errors()).isEmpty();
    }

    @Test
    void rejectsForgedSignature() {
        var passkey = PasskeyUser.newPasskey(site);
        var user = withPasswordAlone(passkey);
        assertThat(user.sendsAssertion(passkey.forged())).isEqualTo(401);
        assertStillAsked(user);
        user.presents(passkey);
    }

    @Test
    void rejectsPasskeyOfAnotherAccount() {
        var passkeyOfOther = PasskeyUser.newPasskey(site);
        withPasswordAlone(passkeyOfOther);
        var user = withPasswordAlone(PasskeyUser.newPasskey(site));
        assertThat(user.sendsAssertion(passkeyOfOther)).isEqualTo(401);
        assertStillAsked(user);
    }

    @Test
    void rejectsReplayedAssertion() {
        var passkey = PasskeyUser.newPasskey(site);
        var user = withPasswordAlone(passkey);
        var token = user.opensSecondFactor();
        var assertion = passkey.assertion(user.optionsOf(LOGIN_OPTIONS, token));
        assertThat(user.posts(LOGIN, assertion, token)).isEqualTo(204);
        user.browser().opens("/advisor").presses("Log out " + loggedInName(user));

        var again = new PasskeyUser(desk.logsIn(nameOf(passkey)));
        var newToken = again.opensSecondFactor();
        assertThat(again.posts(LOGIN, assertion, newToken))
                .as("without options")
                .isEqualTo(401);
        again.optionsOf(LOGIN_OPTIONS, newToken);
        assertThat(again.posts(LOGIN, assertion, newToken)).as("other options").isEqualTo(401);
        assertThat(again.posts(LOGIN, assertion, newToken))
                .as("options are used up")
                .isEqualTo(401);
        assertStillAsked(again);
    }

    @Test
    void rejectsAssertionOfAnotherOrigin() {
        var elsewhere = new SoftwarePasskey("https://certs.example.org");
        var user = new PasskeyUser(desk.browserOf(desk.newAdvisor()));
        assertThat(user.sendsRegistration(elsewhere, "Laptop")).isEqualTo(400);
        user.browser().opens(PASSKEYS).isOn(PASSKEYS).doesNotSee("Laptop");
    }

    @Test
    void rejectsRemovedPasskey() {
        var passkey = PasskeyUser.newPasskey(site);
        var second = PasskeyUser.newPasskey(site);
        var user = withPasswordAlone(passkey).presents(passkey).adds(second, "Phone");
        user.browser().opens(PASSKEYS).presses("Remove Laptop").isOn(PASSKEYS).sees("The passkey is removed.");
        var again = new PasskeyUser(desk.logsIn(nameOf(second)));
        assertThat(again.sendsAssertion(passkey)).isEqualTo(401);
        again.presents(second);
    }

    @Test
    void rejectsPasskeyWithoutPassword() {
        var passkey = PasskeyUser.newPasskey(site);
        withPasswordAlone(passkey);
        var stranger = desk.browser().opens("/login");
        var token = stranger.csrfToken();
        for (String address : List.of(LOGIN_OPTIONS, LOGIN, REGISTRATION_OPTIONS, REGISTRATION)) {
            stranger.postsJson(address, "{}", token).gets(302);
            assertThat(stranger.header("Location")).endsWith("/login");
        }
        stranger.opens("/advisor").isOn("/login");
    }

    @Test
    void rejectsRequestsWithoutCsrfTokenOrFromAnotherSite() {
        var user = withPasswordAlone(PasskeyUser.newPasskey(site));
        var token = user.opensSecondFactor();
        for (String address : List.of(LOGIN_OPTIONS, LOGIN, REGISTRATION_OPTIONS, REGISTRATION)) {
            assertThat(user.posts(address, "{}", "")).as(address).isEqualTo(403);
            user.browser()
                    .posts(address, Map.of("_csrf", List.of(token)), "Sec-Fetch-Site", "cross-site")
                    .gets(403);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "[]",
                "7",
                "{}",
                "{\"id\":7}",
                "{\"id\":\"!\",\"rawId\":\"!\",\"type\":\"public-key\",\"response\":{}}",
                "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\"}",
                "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"x\",\"response\":null}",
                "{\"publicKey\":null}",
                "{\"publicKey\":{}}",
                "{\"publicKey\":{\"label\":\"x\",\"credential\":{}}}",
                "{\"publicKey\":{\"label\":\"x\",\"credential\":{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\","
                        + "\"response\":{\"attestationObject\":\"AAAA\",\"clientDataJSON\":\"AAAA\"}}}}"
            })
    void answersBrokenJsonWithClientError(String json) {
        var passkey = PasskeyUser.newPasskey(site);
        var user = withPasswordAlone(passkey);
        var log = LogCapture.during(() -> {
            var token = user.opensSecondFactor();
            user.optionsOf(LOGIN_OPTIONS, token);
            assertThat(user.posts(LOGIN, json, token)).isIn(400, 401);
            user.presents(passkey);
            var registrationToken = user.browser().opens(PASSKEYS).csrfToken();
            user.optionsOf(REGISTRATION_OPTIONS, registrationToken);
            assertThat(user.posts(REGISTRATION, json, registrationToken)).isEqualTo(400);
        });
        assertThat(log.errors()).isEmpty();
    }

    @Test
    void rejectsLargeJson() {
        var user = withPasswordAlone(PasskeyUser.newPasskey(site));
        var token = user.opensSecondFactor();
        user.optionsOf(LOGIN_OPTIONS, token);
        var large = "{\"x\":\"" + "y".repeat(100_000) + "\"}";
        assertThat(user.posts(LOGIN, large, token)).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\u0000b", "a\u0007b", "123456789012345678901234567890123456789012345678901"})
    void rejectsInvalidName(String name) {
        var user = new PasskeyUser(desk.browserOf(desk.newAdvisor()));
        assertThat(user.sendsRegistration(PasskeyUser.newPasskey(site), name)).isEqualTo(400);
        assertThat(user.browser().opens(PASSKEYS).isOn(PASSKEYS).html().select(".passkeys"))
                .isEmpty();
    }

    @Test
    void rejectsPasskeyThatExists() {
        var passkey = PasskeyUser.newPasskey(site);
        var user = withPasswordAlone(passkey).presents(passkey);
        assertThat(user.sendsRegistration(passkey, "Again")).isEqualTo(400);
        var other = new PasskeyUser(desk.browserOf(desk.newAdvisor()));
        assertThat(other.sendsRegistration(passkey, "Stolen")).isEqualTo(400);
    }

    @Test
    void rejectsOptionsOfTheAccountThatWasLoggedInBefore() {
        var victim = desk.newAdvisor();
        var attacker = desk.newAdvisor();
        var passkey = PasskeyUser.newPasskey(site);
        var browser = desk.browserOf(victim);
        var user = new PasskeyUser(browser);
        var token = browser.opens(PASSKEYS).csrfToken();
        var options = user.optionsOf(REGISTRATION_OPTIONS, token);
        browser.postsWithoutRedirect("/login", Map.of("_csrf", token, "username", attacker, "password", PASSWORD));

        var newToken = browser.opens(PASSKEYS).csrfToken();
        assertThat(user.posts(REGISTRATION, passkey.registration(options, "Foreign"), newToken))
                .isBetween(400, 499);
        desk.logsIn(victim).isOn("/advisor");
    }

    @Test
    void acceptsTenPasskeysAndNoMore() {
        var first = PasskeyUser.newPasskey(site);
        var user = withPasswordAlone(first).presents(first);
        for (int number = 2; number <= 10; number++) {
            user.adds(PasskeyUser.newPasskey(site), "Passkey " + number);
        }
        assertThat(user.sendsRegistration(PasskeyUser.newPasskey(site), "Passkey 11"))
                .isEqualTo(400);
        user.browser().opens(PASSKEYS).sees("You have as many passkeys as an account may have");
    }

    /** Adds a passkey to a new account, and logs in with its password in a new browser. */
    private PasskeyUser withPasswordAlone(SoftwarePasskey passkey) {
        var name = desk.newAdvisor();
        new PasskeyUser(desk.browserOf(name)).adds(passkey, "Laptop");
        return new PasskeyUser(desk.logsIn(name).isOn(SECOND_FACTOR));
    }

    private void assertStillAsked(PasskeyUser user) {
        user.browser().opens("/advisor").isOn(SECOND_FACTOR);
    }

    private String nameOf(SoftwarePasskey passkey) {
        return site.bean(JdbcClient.class)
                .sql("select u.name from user_entities u join user_credentials c on c.user_entity_user_id = u.id"
                        + " where c.credential_id = ?")
                .param(passkey.id())
                .query(String.class)
                .single();
    }

    private static String loggedInName(PasskeyUser user) {
        return user.browser().html().select("header button span").text();
    }
}
