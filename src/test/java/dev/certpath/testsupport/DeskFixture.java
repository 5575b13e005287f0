package dev.certpath.testsupport;

import dev.certpath.accounts.Account;
import dev.certpath.accounts.AccountService;
import dev.certpath.cases.CaseService;
import dev.certpath.cases.SavedRecommendation;
import dev.certpath.guide.Answers;
import dev.certpath.guide.Guide;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The people of the desk's tests, the cases they work on, and what tests do to both from behind. On each kind of database
 * there is one such desk, which all of them share.
 */
public final class DeskFixture {

    public static final String PASSWORD = "orchard violin seventeen lanterns";

    private static final PerDatabase<DeskFixture> SHARED =
            new PerDatabase<>(() -> new DeskFixture(TestApplication.shared()));

    private final TestApplication site;
    private final AccountService accounts;
    private final CaseService cases;
    private final Guide guide;
    private final JdbcClient database;
    private final AtomicInteger names = new AtomicInteger();

    /** Every case that was opened here and is still there, in that order. */
    private final List<SavedRecommendation> opened = new ArrayList<>();

    private DeskFixture(TestApplication site) {
        this.site = site;
        this.accounts = site.part(AccountService.class);
        this.cases = site.part(CaseService.class);
        this.guide = site.part(Guide.class);
        this.database = site.part(JdbcClient.class);
    }

    /**
     * The desk on the database that is tried now. Whoever worked there before is gone, and so is what they worked on: its
     * pages show all of it otherwise.
     */
    public static DeskFixture shared() {
        var desk = crowded();
        desk.hasNoCases();
        return desk;
    }

    /** The same with the cases that are there already, for tests that need many; none where others came in between. */
    public static DeskFixture crowded() {
        var desk = SHARED.get();
        desk.site.isWhenItStarted();
        desk.database.sql("delete from accounts where username <> 'admin'").update();
        if (desk.site.kept() != desk.opened.size()) {
            desk.hasNoCases();
        }
        return desk;
    }

    private void hasNoCases() {
        database.sql("delete from cases").update();
        opened.clear();
    }

    /** A part of its application. */
    public <T> T part(Class<T> type) {
        return site.part(type);
    }

    public MovableClock clock() {
        return site.clock();
    }

    public HttpBrowser browser() {
        return site.browser();
    }

    /** Someone new with an account and the usual password. */
    public String newAdvisor() {
        String name = "advisor" + names.incrementAndGet();
        accounts.add(name, PASSWORD, Account.Role.ADVISOR, false);
        return name;
    }

    public String newAdvisorWhoMustChange() {
        String name = "advisor" + names.incrementAndGet();
        accounts.add(name, PASSWORD, Account.Role.ADVISOR, true);
        return name;
    }

    public String newAdmin() {
        String name = "admin" + names.incrementAndGet();
        accounts.add(name, PASSWORD, Account.Role.ADMIN, false);
        return name;
    }

    /** Does something while those are the only admins there are. */
    public void whileOnlyAdmins(List<String> admins, Runnable something) {
        var others = database.sql("select username from accounts where role = 'admin' and username not in (:admins)")
                .param("admins", admins)
                .query(String.class)
                .list();
        others.forEach(other -> changeRole(other, "advisor"));
        try {
            something.run();
        } finally {
            others.forEach(other -> changeRole(other, "admin"));
        }
    }

    private void changeRole(String name, String role) {
        database.sql("update accounts set role = :role where username = :name")
                .param("role", role)
                .param("name", name)
                .update();
    }

    public void disable(String name) {
        database.sql("update accounts set enabled = false where username = ?")
                .param(name)
                .update();
    }

    /** Someone who is logged in, and looks at no page yet. */
    public HttpBrowser browserOf(String username) {
        return browser().logsInWithoutRedirect(username, PASSWORD);
    }

    public HttpBrowser logsIn(String name) {
        return logsIn(browser().opens("/login"), name, PASSWORD);
    }

    public static HttpBrowser logsIn(HttpBrowser atTheLogin, String name, String password) {
        return atTheLogin.types("Name", name).types("Password", password).presses("Log in");
    }

    /** A case of a student whose employer runs on that cloud, so that its track comes first. */
    public SavedRecommendation caseOf(String employerCloud) {
        return caseOf(employerCloud, LocalDate.parse("2026-11-23"));
    }

    /** The same, of a student who was told so on another day. */
    public SavedRecommendation caseOf(String employerCloud, LocalDate day) {
        return caseOf(
                Map.of(
                        "employerCloud", List.of(employerCloud),
                        "targetIndustry", List.of("retail"),
                        "roleFocus", List.of("other"),
                        "mlBackground", List.of("practitioner")),
                day);
    }

    public SavedRecommendation caseOf(Map<String, List<String>> answers, LocalDate day) {
        var saved = cases.save(Answers.read(guide, answers), day);
        opened.add(saved);
        return saved;
    }

    /** Deletes a case, as its student would. */
    public void delete(SavedRecommendation saved) {
        cases.delete(saved.id());
        opened.remove(saved);
    }

    public List<SavedRecommendation> opened() {
        return List.copyOf(opened);
    }

    public SavedRecommendation find(String id) {
        return cases.find(id).orElseThrow();
    }
}
