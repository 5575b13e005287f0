package dev.certpath.testsupport;

import dev.certpath.accounts.Account;
import dev.certpath.accounts.AccountService;
import dev.certpath.cases.CaseService;
import dev.certpath.cases.SavedRecommendation;
import dev.certpath.editions.CurrentGuide;
import dev.certpath.guide.Answers;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Accounts and cases for tests of the advisors' pages, on the {@linkplain TestApplication#shared shared application}.
 * There is one fixture for each database, which all tests share.
 */
public final class DeskFixture {

    /** The password of every account that a fixture creates. */
    public static final String PASSWORD = "orchard violin seventeen lanterns";

    private static final DatabaseSpecific<DeskFixture> SHARED =
            new DatabaseSpecific<>(() -> new DeskFixture(TestApplication.shared()));

    private final TestApplication site;
    private final AccountService accounts;
    private final CaseService cases;
    private final JdbcClient database;
    private final AtomicInteger accountNumber = new AtomicInteger();

    /** The cases that were opened by this fixture and not deleted, in the order of opening. */
    private final List<SavedRecommendation> opened = new ArrayList<>();

    private DeskFixture(TestApplication site) {
        this.site = site;
        this.accounts = site.bean(AccountService.class);
        this.cases = site.bean(CaseService.class);
        this.database = site.bean(JdbcClient.class);
    }

    /** Returns the fixture of the current database after deleting all cases and all accounts but {@code admin}. */
    public static DeskFixture shared() {
        var desk = sharedWithCases();
        desk.deleteCases();
        return desk;
    }

    /**
     * Returns the fixture of the current database with the cases of earlier tests, for tests that need many. It has
     * none if other cases were saved in the meantime.
     */
    public static DeskFixture sharedWithCases() {
        var desk = SHARED.get();
        desk.site.resetClock();
        desk.database.sql("delete from accounts where username <> 'admin'").update();
        desk.database.sql("delete from login_failures").update();
        desk.database.sql("delete from account_changes").update();
        if (desk.site.caseCount() != desk.opened.size()) {
            desk.deleteCases();
        }
        return desk;
    }

    private void deleteCases() {
        database.sql("delete from cases").update();
        opened.clear();
    }

    /** Returns a bean of the application. */
    public <T> T bean(Class<T> type) {
        return site.bean(type);
    }

    /** Returns the clock of the application. */
    public MovableClock clock() {
        return site.clock();
    }

    /** Returns a browser that is not logged in. */
    public HttpBrowser browser() {
        return site.browser();
    }

    /** Creates an advisor's account and returns its name. */
    public String newAdvisor() {
        return newAccount("advisor", Account.Role.ADVISOR, false);
    }

    /** Creates an advisor's account that has to change its password after login, and returns its name. */
    public String newAdvisorWhoMustChangePassword() {
        return newAccount("advisor", Account.Role.ADVISOR, true);
    }

    /** Creates an admin's account and returns its name. */
    public String newAdmin() {
        return newAccount("admin", Account.Role.ADMIN, false);
    }

    private String newAccount(String prefix, Account.Role role, boolean mustChangePassword) {
        var username = prefix + accountNumber.incrementAndGet();
        accounts.add(username, PASSWORD, role, mustChangePassword);
        return username;
    }

    /** Runs an action while no other account than these is an admin. */
    public void withOnlyAdmins(List<String> admins, Runnable action) {
        var others = database.sql("select username from accounts where role = 'admin' and username not in (:admins)")
                .param("admins", admins)
                .query(String.class)
                .list();
        others.forEach(other -> changeRole(other, "advisor"));
        try {
            action.run();
        } finally {
            others.forEach(other -> changeRole(other, "admin"));
        }
    }

    private void changeRole(String username, String role) {
        database.sql("update accounts set role = :role where username = :username")
                .param("role", role)
                .param("username", username)
                .update();
    }

    /** Disables an account by SQL, without ending its sessions. */
    public void disable(String username) {
        database.sql("update accounts set enabled = false where username = ?")
                .param(username)
                .update();
    }

    /** Returns a browser that is logged in and has loaded no page since. */
    public HttpBrowser browserOf(String username) {
        return browser().logsInWithoutRedirect(username, PASSWORD);
    }

    /** Logs in with a new browser and follows the redirect. */
    public HttpBrowser logsIn(String username) {
        return browser().logsIn(username, PASSWORD);
    }

    /** Opens a case of a student whose employer runs on this cloud, so that its track is first. */
    public SavedRecommendation caseOf(String employerCloud) {
        return caseOf(employerCloud, TestApplication.TODAY);
    }

    /** Opens a case of a student whose employer runs on this cloud, with a recommendation for another day. */
    public SavedRecommendation caseOf(String employerCloud, LocalDate day) {
        return caseOf(
                Map.of(
                        "employerCloud", List.of(employerCloud),
                        "targetIndustry", List.of("retail"),
                        "roleFocus", List.of("other"),
                        "mlBackground", List.of("practitioner")),
                day);
    }

    /** Opens a case with these answers, given as the codes of options by field. */
    public SavedRecommendation caseOf(Map<String, List<String>> answers, LocalDate day) {
        var saved = cases.save(Answers.parse(site.bean(CurrentGuide.class).guide(), answers), day, Optional.empty());
        opened.add(saved);
        return saved;
    }

    /** Deletes a case, as its student may do. */
    public void delete(SavedRecommendation saved) {
        cases.delete(saved.id());
        opened.remove(saved);
    }

    /** Returns the cases that this fixture opened and did not delete. */
    public List<SavedRecommendation> opened() {
        return List.copyOf(opened);
    }

    /** Loads a case. */
    public SavedRecommendation find(String id) {
        return cases.find(id).orElseThrow();
    }
}
