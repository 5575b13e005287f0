package dev.certpath.web.desk.passkey;

import static dev.certpath.web.desk.passkey.PasskeyUser.PASSKEYS;
import static dev.certpath.web.desk.passkey.PasskeyUser.SECOND_FACTOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.accounts.Account.Role;
import dev.certpath.accounts.AccountService;
import dev.certpath.accounts.PasskeyMode;
import dev.certpath.accounts.PasskeyService;
import dev.certpath.accounts.PasskeyService.Removal;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who needs a passkey, by {@code CERTPATH_PASSKEYS}. */
class PasskeyModeTest {

    private static final String ADVISOR = "ann";
    private static final String ADVISOR_PASSWORD = "orchard violin seventeen lanterns";

    @ParameterizedTest
    @CsvSource({"off,false,false", "optional,false,false", "admins,false,true", "all,true,true"})
    void modeDemandsPasskeyOfRoles(String code, boolean ofAdvisors, boolean ofAdmins) {
        var mode = PasskeyMode.fromCode(code).orElseThrow();
        assertThat(mode.isRequiredFor(Role.ADVISOR)).isEqualTo(ofAdvisors);
        assertThat(mode.isRequiredFor(Role.ADMIN)).isEqualTo(ofAdmins);
        assertThat(mode.code()).isEqualTo(code);
        assertThat(mode.isOn()).isEqualTo(!code.equals("off"));
    }

    @Test
    void adminWhoNeedsAPasskeyCanOnlyAddOneAndPresentIt(@TempDir Path folder) {
        try (var site = TestApplication.on(folder, "certpath.passkeys=admins")) {
            site.bean(AccountService.class).add(ADVISOR, ADVISOR_PASSWORD, Role.ADVISOR, false);
            site.browser().logsIn(ADVISOR, ADVISOR_PASSWORD).isOn("/advisor");

            var admin = site.browser()
                    .logsIn("admin", TestApplication.ADMIN_PASSWORD)
                    .isOn(PASSKEYS);
            admin.sees("Your account needs a passkey besides the password.");
            assertThat(admin.texts("header a")).containsExactly("Certification path");
            for (String page : List.of("/advisor", "/advisor/accounts", "/advisor/insights", "/advisor/password")) {
                admin.opens(page).isOn(PASSKEYS);
            }
            var passkey = PasskeyUser.newPasskey(site);
            new PasskeyUser(admin).adds(passkey, "Laptop").presents(passkey);
            admin.opens("/advisor/accounts").isOn("/advisor/accounts").gets(200);

            var again = site.browser()
                    .logsIn("admin", TestApplication.ADMIN_PASSWORD)
                    .isOn(SECOND_FACTOR);
            again.opens(PASSKEYS).isOn(SECOND_FACTOR);
        }
    }

    @Test
    void newAdminWhoNeedsAPasskeyAddsItBeforeChangingThePassword(@TempDir Path folder) {
        try (var site = TestApplication.on(folder, "certpath.passkeys=all")) {
            site.bean(AccountService.class).add(ADVISOR, ADVISOR_PASSWORD, Role.ADVISOR, true);
            var passkey = PasskeyUser.newPasskey(site);
            var user = new PasskeyUser(
                    site.browser().logsIn(ADVISOR, ADVISOR_PASSWORD).isOn(PASSKEYS));
            user.adds(passkey, "Laptop").presents(passkey);
            user.browser().opens("/advisor").isOn("/advisor/password").gets(200);
        }
    }

    @Test
    void needsToKeepOnePasskeyAlsoWhenTheLastTwoAreRemovedAtTheSameTime(@TempDir Path folder) {
        try (var site = TestApplication.on(folder, "certpath.passkeys=all")) {
            var first = PasskeyUser.newPasskey(site);
            var second = PasskeyUser.newPasskey(site);
            var user = new PasskeyUser(site.advisor()).adds(first, "Laptop").presents(first);
            assertThat(user.browser().opens(PASSKEYS).texts("button")).doesNotContain("Remove Laptop");
            user.browser().sees("You can remove it after you have added another one.");

            user.adds(second, "Phone");
            var passkeys = site.bean(PasskeyService.class);
            var removals = Stream.of(first, second)
                    .map(passkey -> CompletableFuture.supplyAsync(() -> passkeys.remove("admin", passkey.id(), true)))
                    .toList();
            assertThat(removals.stream().map(CompletableFuture::join))
                    .containsExactlyInAnyOrder(Removal.REMOVED, Removal.NEEDED);
            assertThat(passkeys.findAll("admin")).hasSize(1);
        }
    }

    @Test
    void formThatRemovesTheOnlyNeededPasskeyIsAnsweredWithAdvice(@TempDir Path folder) {
        try (var site = TestApplication.on(folder, "certpath.passkeys=all")) {
            var passkey = PasskeyUser.newPasskey(site);
            var browser = new PasskeyUser(site.advisor())
                    .adds(passkey, "Laptop")
                    .presents(passkey)
                    .browser()
                    .opens(PASSKEYS);
            var form = Map.of("_csrf", browser.csrfToken(), "act", "REMOVE", "id", passkey.id());
            browser.postsWithoutRedirect(PASSKEYS, form)
                    .gets(409)
                    .sees("Add another passkey before you remove this one");
            assertThat(browser.value("Name of Laptop")).isEqualTo("Laptop");
            assertThat(site.bean(PasskeyService.class).findAll("admin")).hasSize(1);
        }
    }

    @Test
    void offAsksForNoPasskeyAndPromisesNone(@TempDir Path folder) {
        var passkey = addToAdmin(folder);
        try (var site = TestApplication.on(folder, "certpath.passkeys=off")) {
            var admin = site.browser()
                    .logsIn("admin", TestApplication.ADMIN_PASSWORD)
                    .isOn("/advisor");
            admin.opens("/advisor/password").doesNotSee("passkey");
            admin.opens("/advisor/accounts").doesNotSee("passkey");
            var token = admin.csrfToken();
            admin.opens(PASSKEYS).gets(404);
            admin.opens(SECOND_FACTOR).gets(404);
            for (String address : List.of(PasskeyUser.LOGIN_OPTIONS, PasskeyUser.REGISTRATION_OPTIONS)) {
                admin.postsJson(address, "", token).gets(404);
            }
            admin.postsJson(PasskeyUser.REGISTRATION, "{}", token).gets(404);
            admin.postsJson(PasskeyUser.LOGIN, "{}", token).gets(404);
        }
        try (var site = TestApplication.on(folder)) {
            var admin = site.browser()
                    .logsIn("admin", TestApplication.ADMIN_PASSWORD)
                    .isOn(SECOND_FACTOR);
            assertThat(new PasskeyUser(admin).sendsAssertion(passkey))
                    .as("the port of the site is another")
                    .isEqualTo(401);
        }
    }

    private static SoftwarePasskey addToAdmin(Path folder) {
        try (var site = TestApplication.on(folder)) {
            var passkey = PasskeyUser.newPasskey(site);
            new PasskeyUser(site.advisor()).adds(passkey, "Laptop");
            return passkey;
        }
    }
}
