package dev.certpath.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.cases.EarlierVersionFixture.StoredAccount;
import dev.certpath.cases.EarlierVersionFixture.StoredCase;
import dev.certpath.testsupport.ApiClient;
import dev.certpath.testsupport.DatabaseSpecific;
import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.TestApplication;
import dev.certpath.testsupport.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * This version reads what an earlier version stored, and shows what that one showed. Codes in the database, JSON, password
 * hashes and migrations outlive every release: a renamed class or constant must not change what a stored row means.
 */
@OnEveryDatabase
class EarlierVersionIT {

    private static final String READER = "sample.advisor";
    private static final LocalDate LAST_DAY = LocalDate.parse("2026-11-20");

    @TempDir
    private static Path folder;

    private static final Set<TestDatabase> TRIED = EnumSet.noneOf(TestDatabase.class);
    private static final List<TestApplication> STARTED = new ArrayList<>();
    private static final DatabaseSpecific<EarlierVersionFixture> DATA =
            new DatabaseSpecific<>(EarlierVersionFixture::read);
    private static final DatabaseSpecific<TestApplication> SITE = new DatabaseSpecific<>(EarlierVersionIT::started);
    private static final DatabaseSpecific<HttpBrowser> ADVISOR = new DatabaseSpecific<>(() -> logsIn(account(READER)));

    private final TestApplication site = SITE.get();

    /** Starts the application once: if that fails, the first test reports why, and the others do not try again. */
    private static TestApplication started() {
        assertThat(TRIED.add(TestDatabase.current())).as("the site starts").isTrue();
        var site = EarlierVersionFixture.startSite(folder);
        STARTED.add(site);
        return site;
    }

    @AfterAll
    static void stop() {
        STARTED.forEach(TestApplication::close);
        STARTED.clear();
    }

    static Stream<StoredCase> cases() {
        return DATA.get().cases().stream();
    }

    static Stream<StoredCase> casesSavedWithKey() {
        return cases().filter(one -> one.savedWith().isPresent());
    }

    static Stream<StoredAccount> accounts() {
        return DATA.get().accounts().stream();
    }

    static Stream<StoredAccount> enabledAccounts() {
        return accounts().filter(StoredAccount::enabled);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void documentIsUnchanged(StoredCase stored) {
        var reply = site.api().gets("/api/v1/recommendations/" + stored.id());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(EarlierVersionFixture.withoutLaterFields(document(reply), stored.document()))
                .isEqualTo(stored.document());
    }

    @ParameterizedTest
    @MethodSource("casesSavedWithKey")
    void idempotencyKeyFindsCase(StoredCase stored) {
        var saved = stored.savedWith().orElseThrow();
        var again = saves(saved.request(), "Idempotency-Key", saved.key());
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().get("id").asString()).isEqualTo(stored.id());

        var other = ((ObjectNode) saved.request().deepCopy()).put("asOf", "2026-07-01");
        assertThat(saves(other, "Idempotency-Key", saved.key()).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void studentPageShowsMessages(StoredCase stored) {
        var page = studentsPage(stored);
        assertThat(stored.messages())
                .allSatisfy(message -> assertThat(page.wholeText()).contains(message.text()));
        assertThat(stored.notes())
                .allSatisfy(note -> assertThat(page.wholeText()).doesNotContain(note.text()));
        assertThat(page.text()).contains(stored.reference());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void studentPageShowsDecision(StoredCase stored) {
        var page = studentsPage(stored);
        var heading = page.select("h1").text();
        stored.decision().ifPresent(decision -> assertThat(page.wholeText()).contains(decision.text()));
        assertThat(page.text().contains(EarlierVersionPhrases.AGREED_FOR_STUDENT))
                .isEqualTo(stored.isAgreed());
        if (stored.decision().isPresent() && !stored.isAgreed()) {
            assertThat(heading)
                    .startsWith(EarlierVersionPhrases.ADVISED)
                    .contains(stored.trackName(stored.decision().get().first()));
        } else {
            assertThat(heading).doesNotContain(EarlierVersionPhrases.ADVISED);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void studentPageShowsOwnMessageAndOffersToWithdrawContact(StoredCase stored) {
        var page = studentsPage(stored);
        assertThat(page.select("a").eachText().contains(EarlierVersionPhrases.WITHDRAW))
                .isEqualTo(stored.contact().isPresent());
        stored.contact().stream()
                .flatMap(left -> Stream.of(left.name(), left.email()))
                .filter(part -> !part.isEmpty())
                .forEach(part -> assertThat(page.wholeText()).doesNotContain(part));
        stored.contact().ifPresent(left -> assertThat(page.wholeText()).contains(left.note()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void queueListsCase(StoredCase stored) {
        var rows =
                ADVISOR.get().opens("/advisor?q=" + stored.reference()).html().select("main tbody tr");
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).text()).contains(stored.reference());
        assertThat(rows.get(0).select("td").eachText())
                .contains(
                        holder(stored) + " " + EarlierVersionPhrases.of(EarlierVersionPhrases.STATUS, stored.status()));
        assertThat(rows.get(0).select("a[href]").attr("href")).contains(stored.id());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void casePageShowsStatus(StoredCase stored) {
        casePage(stored).showsFirstCertification().showsStatusAndHolder().showsWhenItWasOpenedAndAsked();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void casePageShowsContact(StoredCase stored) {
        casePage(stored).showsContact();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void casePageShowsDecision(StoredCase stored) {
        casePage(stored).showsDecision();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void casePageShowsMessagesAndNotes(StoredCase stored) {
        casePage(stored).showsMessages().showsNotes();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void casePageShowsTimeline(StoredCase stored) {
        casePage(stored).showsTimeline();
    }

    @ParameterizedTest
    @MethodSource("enabledAccounts")
    void enabledAccountLogsIn(StoredAccount account) {
        var advisor = site.browser().logsIn(account.username(), account.password());
        advisor.gets(200).isOn(account.mustChangePassword() ? "/advisor/password" : "/advisor");
        if (!account.mustChangePassword()) {
            advisor.opens("/advisor/accounts").gets(account.role().equals("admin") ? 200 : 403);
        }
    }

    @Test
    void disabledAccountDoesNotLogIn() {
        var disabled = accounts().filter(account -> !account.enabled()).toList();
        assertThat(disabled).isNotEmpty();
        for (StoredAccount account : disabled) {
            site.browser()
                    .logsIn(account.username(), account.password())
                    .opens("/advisor")
                    .isOn("/login");
        }
    }

    @Test
    void accountsKeepRoles() {
        var admin = logsIn(account("sample.admin")).opens("/advisor/accounts");
        assertThat(admin.html().select("main tbody tr"))
                .hasSize((int) accounts().count());
        assertThat(accounts())
                .allSatisfy(account -> assertThat(admin.texts("main tbody tr:has(#account-"
                                + account.username().replace(".", "\\.") + ") td"))
                        .contains(EarlierVersionPhrases.of(EarlierVersionPhrases.ROLE, account.role())));
    }

    @Test
    void deletedCaseStaysDeleted() {
        assertThat(DATA.get().deleted()).isNotEmpty().allSatisfy(deleted -> {
            site.browser().opens("/recommendations/" + deleted.id()).gets(404);
            ADVISOR.get().opens("/advisor/cases/" + deleted.id()).gets(404);
            assertThat(ADVISOR.get().opens("/advisor?q=" + deleted.reference()).texts("main tbody tr"))
                    .isEmpty();
        });
    }

    /** The classes in the session may have other names now; then the advisor has to log in again, without an error. */
    @Test
    void sessionOfEarlierVersionIsNoError() {
        var session = DATA.get().session();
        site.onDay(LAST_DAY, () -> {
            var advisor = site.browser().addsCookie(session.cookie(), session.value());
            advisor.opens("/advisor").gets(200);
            assertThat(advisor.html().location())
                    .endsWith(isLoggedIn(advisor, session.username()) ? "/advisor" : "/login");
        });
    }

    @Test
    void savesNewCases() {
        var earlier =
                cases().filter(one -> one.decision().isPresent()).findFirst().orElseThrow();
        var saved = saves(earlier.document().get("answers"));
        assertThat(saved.status()).isEqualTo(201);
        var id = saved.json().get("id").asString();
        assertThat(cases()).noneMatch(one -> one.id().equals(id));

        var advisor = ADVISOR.get().opens("/advisor/cases/" + id);
        advisor.postsWithoutRedirect(
                        "/advisor/cases/" + id,
                        Map.of(
                                "_csrf", hidden(advisor, "_csrf"),
                                "version", hidden(advisor, "version"),
                                "move", "take"))
                .gets(303);
        assertThat(advisor.opens("/advisor/cases/" + id).texts("main dd")).contains(EarlierVersionPhrases.YOU);
    }

    private JsonNode document(ApiClient.Response reply) {
        var document = (ObjectNode) reply.json();
        return document.put("url", site.removeAddress(document.get("url").asString()));
    }

    private ApiClient.Response saves(JsonNode body, String... headers) {
        return site.api().posts("/api/v1/recommendations", body.toString(), headers);
    }

    private Document studentsPage(StoredCase stored) {
        return site.browser().opens("/recommendations/" + stored.id()).gets(200).html();
    }

    private static EarlierVersionCasePage casePage(StoredCase stored) {
        var page =
                ADVISOR.get().opens("/advisor/cases/" + stored.id()).gets(200).html();
        return new EarlierVersionCasePage(stored, page, READER);
    }

    private static String holder(StoredCase stored) {
        return EarlierVersionPhrases.holder(stored.holder(), READER);
    }

    private static boolean isLoggedIn(HttpBrowser advisor, String username) {
        return advisor.html().select("header").text().contains(username);
    }

    private static String hidden(HttpBrowser advisor, String field) {
        return advisor.html().select("main input[name=" + field + "]").attr("value");
    }

    private static StoredAccount account(String username) {
        return accounts()
                .filter(account -> account.username().equals(username))
                .findFirst()
                .orElseThrow();
    }

    private static HttpBrowser logsIn(StoredAccount account) {
        return SITE.get().browser().logsInWithoutRedirect(account.username(), account.password());
    }
}
