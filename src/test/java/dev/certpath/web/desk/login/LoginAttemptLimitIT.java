package dev.certpath.web.desk.login;

import static dev.certpath.testsupport.DeskFixture.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.certpath.accounts.Account;
import dev.certpath.accounts.AccountAction;
import dev.certpath.accounts.AccountService;
import dev.certpath.accounts.LoginAttempts;
import dev.certpath.testsupport.DatabaseSpecific;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.MovableClock;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.TestApplication;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.security.authentication.event.AbstractAuthenticationEvent;
import org.springframework.security.authentication.event.AuthenticationFailureBadCredentialsEvent;
import org.springframework.security.authentication.event.AuthenticationFailureLockedEvent;

/** Limits for guessing passwords. The application trusts a proxy on this machine, so that a test can be many clients. */
@OnEveryDatabase
class LoginAttemptLimitIT {

    private static final DatabaseSpecific<TestApplication> SITE =
            new DatabaseSpecific<>(() -> TestApplication.start("certpath.trusted-proxies=127.0.0.1,::1"));
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final TestApplication site = SITE.get();
    private final AccountService accounts = site.bean(AccountService.class);
    private final MovableClock clock = site.clock();
    private final String name = newAccount(Account.Role.ADVISOR);

    @BeforeEach
    void reset() {
        site.resetClock();
        site.update("delete from login_failures");
    }

    private String newAccount(Account.Role role) {
        var username = "account" + NUMBERS.incrementAndGet();
        accounts.add(username, PASSWORD, role, false);
        return username;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s\t",
                "\n%s",
                "%s\u001C",
                "\u0000%s",
                "%s\u0000",
                "\u0001%s",
                "%s\u0001",
                "%s\u007F",
                "%s\u0085",
                "\u200B%s",
                "%s\u200D",
                "%s\uFEFF",
                "\u202E%s",
                "%s\u00AD",
                "%s\u2028",
                "%s\u2029",
                "%s\u0378",
                "%s\uE000",
                "%s\uDBFF\uDFFD",
                "%s\u3164",
                "%s\u115F",
                "%s\u1160",
                "%s\uFFA0",
                "%s\u2800",
                "%s\u034F",
                "%s\uFE0F",
                "%s\uDB40\uDC41"
            })
    void refusesAndCountsUsernamesWithInvisibleCharacters(String pattern) {
        var odd = pattern.formatted(name);
        var comparisons = passwordComparisons(() -> guess(client("192.0.2.1"), 40, odd));

        assertThat(comparisons.count(AuthenticationFailureLockedEvent.class)).isEqualTo(35);
        client("192.0.2.1").logsIn(odd, PASSWORD).isOn("/login?invisible").sees("characters that can't be seen");
        client("192.0.2.1").logsIn(name, PASSWORD).isOn("/login?wrong");
        client("192.0.2.2").logsIn(odd, PASSWORD).isOn("/login?invisible");
        client("192.0.2.2").logsIn(name, PASSWORD).isOn("/advisor");
    }

    @Test
    void showsUsernameWithoutInvisibleCharactersToTryAgain() {
        var browser = client("192.0.2.1").logsIn("\u200B" + name + "\u0001", PASSWORD);

        assertEquals(name, browser.value("Name"));
        browser.types("Password", PASSWORD).presses("Log in").isOn("/advisor");
    }

    /** U+212A, the Kelvin sign, is a k in lower case. */
    @ParameterizedTest
    @ValueSource(strings = {"%s", " %s", "%s\u3000", "%S"})
    void countsEverySpellingThatIsAuthenticated(String spelling) {
        var kelvin = "kelvin" + NUMBERS.incrementAndGet();
        accounts.add(kelvin, PASSWORD, Account.Role.ADVISOR, false);
        client("192.0.2.9")
                .logsIn(spelling.formatted(kelvin).replace('k', '\u212A'), PASSWORD)
                .isOn("/advisor");

        guess(client("192.0.2.1"), 5, spelling.formatted(kelvin));

        for (String other : List.of(kelvin, kelvin.toUpperCase(Locale.ROOT), "\u212Aelvin" + kelvin.substring(6))) {
            client("192.0.2.1").logsIn(other, PASSWORD).isOn("/login?wrong");
        }
    }

    /** As many as {@link PasswordComparisonLimit} lets run or wait with one processor. */
    @Test
    void comparesNoMoreParallelPasswordsThanTheLimit() {
        var events = passwordComparisons(() -> inParallel(9, () -> guess(client("192.0.2.1"), 1, name)));

        assertThat(events.count(AuthenticationFailureBadCredentialsEvent.class)).isEqualTo(5);
        assertThat(events.count(AuthenticationFailureLockedEvent.class)).isEqualTo(4);
        client("192.0.2.1").logsIn(name, PASSWORD).isOn("/login?wrong");
    }

    /** Otherwise the limit would tell which accounts exist. */
    @Test
    void limitsUnknownUsernamesLikeOthers() {
        var events = passwordComparisons(() -> guess(client("192.0.2.1"), 40, "somebody.else"));

        assertThat(events.count(AuthenticationFailureBadCredentialsEvent.class)).isEqualTo(5);
    }

    @Test
    void countsByAccountAndAddress() {
        guess(client("192.0.2.1"), 5, name);

        client("192.0.2.1").logsIn(name, PASSWORD).isOn("/login?wrong");
        client("192.0.2.1").logsIn(newAccount(Account.Role.ADVISOR), PASSWORD).isOn("/advisor");
        client("192.0.2.2").logsIn(name, PASSWORD).isOn("/advisor");
    }

    @Test
    void countsBlockOfIpv6AddressesAsOne() {
        for (int attempt = 0; attempt < 5; attempt++) {
            guess(client("2001:db8:1:2:" + attempt + "::1"), 1, name);
        }

        client("2001:db8:1:2:ffff::1").logsIn(name, PASSWORD).isOn("/login?wrong");
        client("2001:db8:1:3::1").logsIn(name, PASSWORD).isOn("/advisor");
    }

    @Test
    void forgivesOneFailureAnHour() {
        guess(client("192.0.2.1"), 5, name);
        clock.advance(Duration.ofHours(3));

        guess(client("192.0.2.1"), 2, name);
        guess(client("192.0.2.1"), 1, name);

        client("192.0.2.1").logsIn(name, PASSWORD).isOn("/login?wrong");
    }

    @Test
    void takesKnownDeviceWhileOthersGuessFromSameAddress() {
        var device = client("192.0.2.1").logsIn(name, PASSWORD).isOn("/advisor");
        var attacker = client("192.0.2.1").opens("/login");

        for (int minute = 0; minute < 15; minute++) {
            for (int attempt = 0; attempt < 10; attempt++) {
                post(attacker, name, "wrong");
                clock.advance(Duration.ofSeconds(6));
            }
            device.removesCookie("certpath").logsIn(name, PASSWORD).isOn("/advisor");
        }
        client("192.0.2.1").logsIn(name, PASSWORD).isOn("/login?wrong");
        client("192.0.2.2").logsIn(name, PASSWORD).isOn("/advisor");
    }

    @Test
    void makesKnownDeviceWaitForItsOwnGuessesOnly() {
        var device = client("192.0.2.1").logsIn(name, PASSWORD);
        var otherDevice = client("192.0.2.1").logsIn(name, PASSWORD);
        guess(device.removesCookie("certpath"), 5, name);

        device.logsIn(name, PASSWORD).isOn("/login?wrong");
        otherDevice.removesCookie("certpath").logsIn(name, PASSWORD).isOn("/advisor");
        client("192.0.2.1").logsIn(name, PASSWORD).isOn("/advisor");

        clock.advance(Duration.ofMinutes(1));
        device.logsIn(name, PASSWORD).isOn("/advisor");
    }

    @Test
    void takesKnownDevicesOnlyAfterHundredFailuresUntilAdminLiftsTheLimit() {
        var device = client("192.0.2.1").logsIn(name, PASSWORD);
        var log = LogCapture.during(() -> guessFromManyAddresses(120));

        assertThat(log.warnings().stream().filter(line -> line.contains("known devices only")))
                .singleElement()
                .asString()
                .contains("Account " + id(name) + " takes logins from known devices only");
        client("192.0.2.2").logsIn(name, PASSWORD).isOn("/login?wrong");
        device.removesCookie("certpath").logsIn(name, PASSWORD).isOn("/advisor");

        var admin = newAccount(Account.Role.ADMIN);
        var page = client("192.0.2.3").logsIn(admin, PASSWORD).opens("/advisor/accounts");
        page.sees("Known devices only until midnight UTC")
                .presses("Lift limit " + name)
                .sees(name + " can log in again from any device.")
                .doesNotSee("Known devices only", "Lift limit");
        client("192.0.2.2").logsIn(name, PASSWORD).isOn("/advisor");
    }

    @Test
    void endsLimitOfTheDayAtMidnight() {
        guessFromManyAddresses(100);
        client("192.0.2.2").logsIn(name, PASSWORD).isOn("/login?wrong");
        clock.advance(Duration.ofHours(14).minusSeconds(1));
        client("192.0.2.2").logsIn(name, PASSWORD).isOn("/login?wrong");

        clock.advance(Duration.ofSeconds(1));

        client("192.0.2.2").logsIn(name, PASSWORD).isOn("/advisor");
    }

    @Test
    void countsSuccessfulLoginsNeitherByAddressNorByDay() {
        for (int login = 0; login < 101; login++) {
            client("192.0.2.1").logsInWithoutRedirect(name, PASSWORD);
        }
    }

    @Test
    void bindsDeviceToItsAccount() {
        var other = newAccount(Account.Role.ADVISOR);
        var device = client("192.0.2.1").logsIn(other, PASSWORD).removesCookie("certpath");
        guess(client("192.0.2.1"), 5, name);

        device.logsIn(name, PASSWORD).isOn("/login?wrong");
    }

    @Test
    void knowsNoDeviceAfterPasswordIsChanged() {
        var device = client("192.0.2.1").logsIn(name, PASSWORD);
        var otherDevice = client("192.0.2.1").logsIn(name, PASSWORD).removesCookie("certpath");
        var newPassword = "nine copper kettles under snow";
        device.opens("/advisor/password")
                .types("Current password", PASSWORD)
                .types("New password", newPassword)
                .types("Repeat the new password", newPassword)
                .presses("Change password")
                .isOn("/advisor");
        guess(client("192.0.2.1"), 5, name);

        otherDevice.logsIn(name, newPassword).isOn("/login?wrong");
        device.removesCookie("certpath").logsIn(name, newPassword).isOn("/advisor");
    }

    @Test
    void keepsDeviceKnownWhenItsAccountIsChangedOtherwise() {
        var admin = newAccount(Account.Role.ADMIN);
        var device = client("192.0.2.1").logsIn(name, PASSWORD).removesCookie("certpath");
        accounts.change(name, AccountAction.PROMOTE, admin);
        accounts.change(name, AccountAction.DEMOTE, admin);
        accounts.disable(name, Optional.empty(), (disabled, successor) -> 0, admin);
        accounts.change(name, AccountAction.ENABLE, admin);
        guess(client("192.0.2.1"), 5, name);

        device.logsIn(name, PASSWORD).isOn("/advisor");
    }

    @Test
    void acceptsNoForgedOrOldDeviceCookie() {
        var device = client("192.0.2.1").logsIn(name, PASSWORD).removesCookie("certpath");
        var token = device.cookie("certpath-device").orElseThrow();
        var otherId = token.replaceFirst("^[0-9]+", Long.toString(id(newAccount(Account.Role.ADVISOR))));
        guess(client("192.0.2.1"), 5, name);

        for (String forged : List.of(
                otherId,
                token.substring(0, token.length() - 1),
                token.substring(0, token.lastIndexOf('.')) + "." + "A".repeat(43),
                "x",
                "9".repeat(4_000))) {
            client("192.0.2.1")
                    .addsCookie("certpath-device", forged)
                    .logsIn(name, PASSWORD)
                    .isOn("/login?wrong");
        }
        clock.advance(Duration.ofDays(365));
        guess(client("192.0.2.1"), 5, name);
        device.logsIn(name, PASSWORD).isOn("/login?wrong");
    }

    @Test
    void setsDeviceCookieAtLoginOnly() {
        var browser = client("192.0.2.1").logsIn(name, "wrong");
        assertTrue(browser.cookie("certpath-device").isEmpty());

        browser.submitsLogin(name, PASSWORD);

        assertThat(deviceCookieHeader(browser))
                .contains("; Path=/", "; Max-Age=31536000", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Secure", "Domain", name);
        assertThat(deviceCookieHeader(client("192.0.2.1")
                        .sendsHeader("X-Forwarded-Proto", "https")
                        .opens("/login")
                        .types("Name", name)
                        .types("Password", PASSWORD)
                        .presses("Log in")))
                .contains("; Secure");
    }

    @Test
    void deletesCountsThatNoLongerHaveAnEffect() {
        guess(client("192.0.2.1"), 5, name);
        var attempts = site.bean(LoginAttempts.class);

        clock.advance(Duration.ofHours(23));
        attempts.deleteExpired();
        assertNotEquals(0, site.count("login_failures"));
        clock.advance(Duration.ofHours(2));
        attempts.deleteExpired();

        assertEquals(0, site.count("login_failures"));
    }

    @Test
    void storesNeitherUsernamesNorAddresses() {
        guess(client("192.0.2.1"), 1, "a password in the wrong field");

        assertEquals(2, site.count("login_failures"));
        assertEquals(
                0,
                site.count(
                        "login_failures where subject like '%password%' or source like '%192%' or subject like '%=%'"));
    }

    private static String deviceCookieHeader(HttpBrowser browser) {
        return browser.responses().stream()
                .flatMap(response -> response.headers().allValues("Set-Cookie").stream())
                .filter(header -> header.startsWith("certpath-device="))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    private void guessFromManyAddresses(int times) {
        for (int attempt = 0; attempt < times; attempt++) {
            guess(client("198.51.100." + attempt), 1, name);
        }
    }

    private HttpBrowser client(String address) {
        return site.browser().sendsHeader("X-Forwarded-For", address);
    }

    private static void guess(HttpBrowser browser, int times, String username) {
        browser.opens("/login");
        for (int attempt = 0; attempt < times; attempt++) {
            post(browser, username, "wrong");
        }
    }

    /** Submits the login form of the current page, without loading another one. */
    private static void post(HttpBrowser browser, String username, String password) {
        var page = browser.page();
        var form = page.html().expectFirst("input[name=form]").val();
        browser.postsWithoutRedirect("/login", Map.of("username", username, "password", password, "form", form))
                .gets(303)
                .returnsTo(page);
    }

    private static void inParallel(int times, Runnable action) {
        var threads = Executors.newFixedThreadPool(times);
        try {
            IntStream.range(0, times)
                    .mapToObj(index -> CompletableFuture.runAsync(action, threads))
                    .toList()
                    .forEach(CompletableFuture::join);
        } finally {
            threads.shutdown();
        }
    }

    private Events passwordComparisons(Runnable action) {
        var multicaster = site.bean(ApplicationEventMulticaster.class);
        var events = new Events(new ArrayList<>());
        multicaster.addApplicationListener(events);
        try {
            action.run();
        } finally {
            multicaster.removeApplicationListener(events);
        }
        return events;
    }

    private record Events(List<AbstractAuthenticationEvent> all)
            implements ApplicationListener<AbstractAuthenticationEvent> {

        @Override
        public synchronized void onApplicationEvent(AbstractAuthenticationEvent event) {
            all.add(event);
        }

        private long count(Class<?> type) {
            return all.stream().filter(type::isInstance).count();
        }
    }

    private long id(String username) {
        return accounts.find(username).orElseThrow().id();
    }
}
