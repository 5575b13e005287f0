package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApiClient.Response;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.PostgresServer;
import dev.certpath.testsupport.RequiresPostgres;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several instances behind a proxy share one PostgreSQL database; clients may be routed to any of them. */
@RequiresPostgres
class MultipleInstancesIT {

    private static final String ADDRESS = "/api/v1/recommendations";
    private static final String ANSWERS = """
            {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"expert"}""";
    private static final String ANOTHER_PASSWORD = "nine copper kettles under snow";

    private static final int INSTANCES = 3;

    private static final int CONTACTS = 20;
    private static final LocalDate ONE_YEAR_LATER = TestApplication.TODAY.plusYears(1);
    private static final String IN_AN_HOUR = "timezone('utc', current_timestamp) + interval '1 hour'";

    private static List<TestApplication> instances;
    private static TestApplication one;
    private static TestApplication other;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void startConcurrently() {
        var settings = new ArrayList<>(PostgresServer.shared().orElseThrow().newDatabase());
        settings.add("server.forward-headers-strategy=native");
        instances = Stream.generate(() -> CompletableFuture.supplyAsync(
                        () -> TestApplication.on(folder, settings.toArray(String[]::new))))
                .limit(INSTANCES)
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
        one = instances.get(0);
        other = instances.get(1);
    }

    @AfterAll
    static void stop() {
        instances.forEach(TestApplication::close);
    }

    @Test
    void loginIsValidOnAllInstances() {
        one.advisor()
                .switchesTo(other)
                .opens("/advisor")
                .isOn("/advisor")
                .switchesTo(one)
                .opens("/advisor")
                .isOn("/advisor");
    }

    @Test
    void setsASecureCookieBehindATlsProxy() {
        assertThat(one.api().gets("/login", "X-Forwarded-Proto", "https").header("Set-Cookie"))
                .contains("; Secure");
        assertThat(one.api().gets("/login").header("Set-Cookie")).isNotEmpty().doesNotContain("Secure");
    }

    @Test
    void servesTheSameRecommendationOnAllInstances() {
        var snapshot = RecommendationSnapshot.ofNewRecommendation(one);
        assertThat(RecommendationSnapshot.at(snapshot.address(), other)).isEqualTo(snapshot);
    }

    @Test
    void acceptsFormsOfAnotherInstance() {
        var saved = save(one);
        var advisor = one.advisor().opens(page(saved));
        var note = form(advisor, "note", "Seen on both");

        advisor.switchesTo(other).postsWithoutRedirect(page(saved), note).gets(303);

        advisor.switchesTo(one).opens(page(saved)).sees("Seen on both");
    }

    @Test
    void logoutAppliesToAllInstances() {
        var advisor = one.advisor().switchesTo(other).opens("/advisor").isOn("/advisor");
        var tab = advisor.inAnotherTab();

        tab.switchesTo(one).opens("/advisor").presses("Log out admin").isOn("/login?out");

        advisor.opens("/advisor").isOn("/login");
    }

    @Test
    void limitsGuessesOnAllInstancesTogether() {
        var device = one.advisor().removesCookie("certpath");
        var attempts = Stream.of(one, other)
                .flatMap(site -> Stream.generate(() -> site).limit(20))
                .map(site -> CompletableFuture.supplyAsync(
                        () -> site.browser().logsIn("admin", "wrong").page().address()))
                .toList();
        // Those that waited too long for a comparison, as on a slow machine, get 503 at the address of the form.
        assertThat(attempts).extracting(CompletableFuture::join).isSubsetOf("/login?wrong", "/login");

        assertThat(one.count("login_failures where source = 'all' and failures = 5"))
                .isOne();
        other.browser().logsIn("admin", TestApplication.ADMIN_PASSWORD).isOn("/login?wrong");
        device.switchesTo(other).logsIn("admin", TestApplication.ADMIN_PASSWORD).isOn("/advisor");
        one.update("delete from login_failures");
    }

    @Test
    void passwordChangeEndsSessionsOnAllInstances() {
        var otherSession = other.advisor();
        var currentSession = one.advisor();

        changePassword(currentSession, TestApplication.ADMIN_PASSWORD, ANOTHER_PASSWORD);

        otherSession.opens("/advisor").isOn("/login");
        currentSession.switchesTo(other).opens("/advisor").isOn("/advisor");
        changePassword(currentSession, ANOTHER_PASSWORD, TestApplication.ADMIN_PASSWORD);
    }

    @Test
    void savesOnceWhenTheSameKeyIsSentToSeveralInstances() {
        for (int round = 0; round < 20; round++) {
            int before = one.caseCount();
            var key = UUID.randomUUID().toString();
            var replies = Stream.of(one, other, one, other)
                    .map(site -> CompletableFuture.supplyAsync(
                            () -> site.api().posts(ADDRESS, ANSWERS, "Idempotency-Key", key)))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            assertThat(replies)
                    .extracting(Response::status)
                    .containsOnlyOnce(201)
                    .containsOnly(200, 201);
            assertThat(replies.stream()
                            .map(reply -> reply.json().get("id").stringValue())
                            .distinct())
                    .hasSize(1);
            assertThat(one.caseCount()).isEqualTo(before + 1);
        }
    }

    @Test
    void showsConcurrentChangesOfAnotherInstance() {
        var saved = save(one);
        var ada = one.advisor().opens(page(saved));
        var bob = other.advisor().opens(page(saved));
        var late = form(bob, "note", "What bob saw");

        ada.postsWithoutRedirect(page(saved), form(ada, "note", "What ada saw")).gets(303);

        bob.postsWithoutRedirect(page(saved), late)
                .gets(409)
                .sees("Someone else changed case")
                .sees("What ada saw");
        assertThat(bob.value("New note")).isEqualTo("What bob saw");
    }

    @Test
    void concurrentStartsMigrateAnEmptyDatabaseOnce() {
        assertThat(instances)
                .allSatisfy(site -> site.advisor().opens("/advisor").isOn("/advisor"));
        assertThat(one.count("flyway_schema_history where success"))
                .isEqualTo(one.count("(select distinct version from flyway_schema_history) v"))
                .isEqualTo(one.count("flyway_schema_history"));
        assertThat(one.count("accounts")).isEqualTo(1);
        assertThat(one.count("guide_editions")).isEqualTo(2);
        assertThat(one.count("guide_publications")).isOne();
        assertThat(one.count("exam_revisions")).isOne();
    }

    @Test
    void oneInstanceErasesContacts() {
        IntStream.range(0, CONTACTS).forEach(number -> save(one));
        one.update("insert into contacts (case_id, name, email, given_at)"
                + " select id, 'Somebody', '', opened_at from cases limit " + CONTACTS);
        one.update("insert into shedlock values ('contacts', " + IN_AN_HOUR + ", " + IN_AN_HOUR + ", 'a third')");
        oneYearLater(() -> one.bean(ContactRetentionJob.class).eraseExpiredContacts());
        assertThat(one.count("contacts"))
                .as("contacts while another instance holds the lock")
                .isEqualTo(CONTACTS);

        one.update("delete from shedlock");
        var log = LogCapture.during(() -> oneYearLater(() -> CompletableFuture.allOf(Stream.of(one, other)
                        .map(site -> CompletableFuture.runAsync(
                                () -> site.bean(ContactRetentionJob.class).eraseExpiredContacts()))
                        .toArray(CompletableFuture[]::new))
                .join()));
        assertThat(one.count("contacts")).isZero();
        assertThat(one.count("case_events where what = 'expire'")).isEqualTo(CONTACTS);
        assertThat(log.lines())
                .filteredOn(line -> line.contains("Contacts erased"))
                .hasSize(1);
        assertThat(log.warnings()).isEmpty();
    }

    private static void oneYearLater(Runnable action) {
        one.onDay(ONE_YEAR_LATER, () -> other.onDay(ONE_YEAR_LATER, action));
    }

    private static String save(TestApplication site) {
        return site.api().posts(ADDRESS, ANSWERS).json().get("id").stringValue();
    }

    private static String page(String id) {
        return "/advisor/cases/" + id;
    }

    /** Returns the parameters that the form of the current page sends. */
    private static Map<String, String> form(HttpBrowser advisor, String action, String text) {
        var form = new HashMap<>(Map.of("move", action, action, text));
        for (String hidden : new String[] {"version", "_csrf"}) {
            form.put(
                    hidden,
                    advisor.html().select("main [name=" + hidden + "]").first().val());
        }
        return form;
    }

    private static void changePassword(HttpBrowser advisor, String currentPassword, String newPassword) {
        advisor.opens("/advisor/password")
                .types("Current password", currentPassword)
                .types("New password", newPassword)
                .types("Repeat the new password", newPassword)
                .presses("Change password")
                .sees("Your password is changed");
    }
}
