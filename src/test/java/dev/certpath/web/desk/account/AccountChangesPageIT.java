package dev.certpath.web.desk.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.certpath.accounts.AccountService;
import dev.certpath.testsupport.DeskFixture;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.OnEveryDatabase;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Each change of an account is logged and listed, with the numbers of both accounts. */
@OnEveryDatabase
class AccountChangesPageIT {

    private static final String ACCOUNTS = "/advisor/accounts";
    private static final String ADDRESS = "/advisor/accounts/changes";

    private final DeskFixture desk = DeskFixture.shared();
    private final AccountService accounts = desk.bean(AccountService.class);

    @Test
    void isOpenToAdminsOnly() {
        desk.logsIn(desk.newAdmin())
                .follows("Accounts")
                .follows("Changes of accounts")
                .isOn(ADDRESS)
                .gets(200)
                .sees("There are none.");
        desk.logsIn(desk.newAdvisor()).opens(ADDRESS).gets(403);
        desk.browser().opens(ADDRESS).isOn("/login");
    }

    @Test
    void logsAndListsEachChange() {
        var adminName = desk.newAdmin();
        var admin = desk.browserOf(adminName).opens(ACCOUNTS);
        var name = "changed." + adminName;

        var log = LogCapture.during(() -> {
            admin.types("Name", name).presses("Add account").gets(200);
            admin.follows("Reset password " + name).presses("Reset the password");
            admin.follows("Make admin " + name).presses("Make an admin");
            admin.follows("Make advisor " + name).presses("Make an advisor");
            admin.follows("Disable " + name).presses("Disable the account");
            admin.presses("Enable " + name).gets(200);
            accounts.liftLimits(name, adminName);
        });

        var acts = List.of("add", "reset", "promote", "demote", "disable", "enable", "lift");
        var lines = log.lines().stream()
                .filter(line -> line.contains("AccountChangeLog"))
                .toList();
        assertEquals(
                acts.stream()
                        .map(act -> "Account %d: %s by account %d".formatted(id(name), act, id(adminName)))
                        .toList(),
                lines.stream()
                        .map(line -> line.substring(line.indexOf("Account ", line.indexOf("AccountChangeLog") + 16)))
                        .toList());
        assertTrue(lines.stream().noneMatch(line -> line.contains(adminName)), () -> String.join("\n", lines));

        admin.opens(ADDRESS);
        assertEquals(
                List.of(
                        "Limit of failed logins lifted",
                        "Enabled",
                        "Disabled",
                        "Made an advisor",
                        "Made an admin",
                        "Password reset",
                        "Added"),
                admin.texts("main tbody td:nth-child(3)"));
        assertEquals(
                List.of(name + " (number " + id(name) + ")"),
                admin.texts("main tbody td:nth-child(2)").stream().distinct().toList());
        assertEquals(
                List.of(adminName + " (number " + id(adminName) + ")"),
                admin.texts("main tbody td:nth-child(4)").stream().distinct().toList());
    }

    @Test
    void listsNothingForRejectedChanges() {
        var adminName = desk.newAdmin();
        var name = desk.newAdvisor();
        var admin = desk.browserOf(adminName).opens(ACCOUNTS);

        admin.types("Name", name.toUpperCase(Locale.ROOT))
                .presses("Add account")
                .gets(409);
        admin.types("Name", "x").presses("Add account").gets(400);

        admin.opens(ADDRESS).sees("There are none.");
    }

    @Test
    void listsFiftyChangesPerPage() {
        var adminName = desk.newAdmin();
        var name = desk.newAdvisor();
        for (int change = 0; change < 101; change++) {
            accounts.liftLimits(name, adminName);
        }
        var admin = desk.browserOf(adminName).opens(ADDRESS);

        assertEquals(50, admin.html().select("main tbody tr").size());
        assertEquals(
                50,
                admin.follows("Older changes").html().select("main tbody tr").size());
        assertEquals(
                1, admin.follows("Older changes").html().select("main tbody tr").size());
        assertTrue(admin.html().select("main a:contains(Older changes)").isEmpty());
        admin.opens(ADDRESS + "?before=x").gets(400);
    }

    private long id(String username) {
        return accounts.find(username).orElseThrow().id();
    }
}
