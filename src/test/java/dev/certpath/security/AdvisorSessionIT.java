package dev.certpath.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.TestApplication;
import dev.certpath.testsupport.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jsoup.HttpStatusException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** Sessions of the desk: what is kept of them, for how long, and what happens to two requests at once. */
@OnEveryDatabase
class AdvisorSessionIT {

    private final TestApplication site = TestApplication.shared();

    @Test
    void theCookieIsForThisServerAloneAndForNoScript() {
        assertThat(site.browser().opens("/login").header("Set-Cookie"))
                .startsWith("certpath=")
                .contains("; Path=/", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Secure", "Domain", "Max-Age", "Expires");
    }

    @Test
    void aSessionsNameIsLongAndNeverTheSame() {
        var one = name(site.browser().opens("/login"));
        var other = name(site.browser().opens("/login"));
        assertThat(one).hasSize(43).isNotEqualTo(other);
    }

    @Test
    void studentsLeaveNoSession() {
        int before = site.count("sessions");
        site.student()
                .opens("/")
                .starts()
                .opens("/guide")
                .opens("/no/such/page")
                .gets(404);
        assertThat(site.count("sessions")).isEqualTo(before);
    }

    @Test
    void aPageThatWasWantedIsForgottenOnceItIsShown() {
        var advisor = site.browser().opens("/advisor/insights").isOn("/login");
        var wanted = name(advisor);
        advisor.types("Name", "admin").types("Password", TestApplication.ADMIN_PASSWORD);
        assertThat(wantedPages(wanted)).isOne();

        advisor.presses("Log in").isOn("/advisor/insights");

        assertThat(wantedPages(name(advisor))).isZero();
    }

    @Test
    void aSessionEndsWhenItIsIdleForHalfAnHour() {
        var advisor = site.advisor();
        isIdle(advisor, 29);
        advisor.opens("/advisor").isOn("/advisor");
        isIdle(advisor, 31);
        advisor.opens("/advisor").isOn("/login");
    }

    @Test
    void sessionsThatEndedAreDeleted() {
        var gone = name(site.advisor());
        var there = name(site.advisor());
        site.update("update sessions set expiry_time = 1 where session_id = '" + gone + "'");

        site.bean(SessionCleanupJob.class).delete();

        assertThat(rows(gone)).isZero();
        assertThat(rows(there)).isEqualTo(1);
    }

    @Test
    void aLogoutLeavesNothingOfTheSession() {
        var advisor = site.advisor();
        var session = name(advisor);
        assertThat(rows(session)).isEqualTo(1);
        advisor.opens("/advisor").presses("Log out admin").isOn("/login?out");
        assertThat(rows(session)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "\0\0\0", "' or 1 = 1 --", "\uD83D\uDE00", "0000000000000000000000000000000000000000000"
            })
    void aNameThatNoSessionHasIsNone(String name) {
        var encoded = Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
        site.browser()
                .addsCookie("certpath", encoded)
                .opens("/advisor")
                .gets(200)
                .isOn("/login");
        site.browser().addsCookie("certpath", "%00$;").opens("/login").gets(200);
    }

    /** Not one that holds what anyone makes of it: bytes that stand for a class decide which code runs. */
    @ParameterizedTest
    @ValueSource(strings = {"00", "aced0005", "aced00057372000d6a6176612e6e65742e55524cffffffffffffffff020000"})
    void aSessionThatCanNotBeReadCountsAsEnded(String bytes) {
        var advisor = site.advisor();
        var changed = site.update("update sessions_attributes set attribute_bytes = " + hex(bytes)
                + " where session_primary_id = (select primary_id from sessions where session_id = '" + name(advisor)
                + "')");
        assertThat(changed).isPositive();

        var log = LogCapture.during(() -> advisor.opens("/advisor").isOn("/login"));

        assertThat(log.errors()).isEmpty();
        advisor.logsIn("admin", TestApplication.ADMIN_PASSWORD).isOn("/advisor");
    }

    @Test
    void onlyWhatBelongsIntoASessionIsReadFromIt() {
        var session = newSession()
                .holds("ours", "a text")
                .holds("another's", new HttpStatusException("", 400, ""))
                .isSaved();

        assertThat(session.readAgain().held("ours")).isEqualTo("a text");
        assertThat(session.readAgain().held("another's")).isNull();
    }

    @Test
    void ofTwoRequestsThatAddTheSameTheLaterCounts() {
        var session = newSession().isSaved();
        var one = session.readAgain();
        var other = session.readAgain();

        one.holds("word", "first").isSaved();
        other.holds("word", "second").isSaved();

        assertThat(session.readAgain().held("word")).isEqualTo("second");
    }

    @Test
    void aRequestThatAddsToASessionThatEndedMeanwhileDoesNotFail() {
        var session = newSession().isSaved();
        var late = session.readAgain();

        session.ends();
        late.holds("word", "too late").isSaved();

        assertThat(session.isThere()).isFalse();
    }

    /** The first pages of a session each make its token. */
    @Test
    void manyTabsOpenedAtOnceAllShowTheirPage() {
        var advisor = site.browser().opens("/login");
        advisor.postsWithoutRedirect(
                "/login",
                Map.of("username", "admin", "password", TestApplication.ADMIN_PASSWORD, "_csrf", token(advisor)));
        var threads = Executors.newFixedThreadPool(8);
        try {
            var tabs = Stream.generate(() -> CompletableFuture.runAsync(
                            () -> advisor.inAnotherTab()
                                    .opens("/advisor/password")
                                    .gets(200),
                            threads))
                    .limit(24)
                    .toList();
            tabs.forEach(CompletableFuture::join);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void aGeneratedPasswordIsNotKeptLongerThanUntilItIsShown() {
        var kept = "sessions_attributes where attribute_name like '%GeneratedPassword'";
        var admin = site.advisor().opens("/advisor/accounts");
        var name = "ada" + System.nanoTime();
        admin.postsWithoutRedirect(
                "/advisor/accounts", Map.of("act", "ADD", "username", name, "role", "advisor", "_csrf", token(admin)));
        assertThat(site.count(kept)).isEqualTo(1);

        admin.opens("/advisor/accounts").sees(name);

        assertThat(site.count(kept)).isZero();
    }

    @Test
    void aLargeFormThatStrangersSendIsNotKept() {
        var kept = "sessions_attributes where attribute_name like '%LoginRequestCache'";
        int before = site.count(kept);
        site.browser()
                .postsWithoutRedirect("/advisor/cases/x", Map.of("_csrf", "made up", "note", "x".repeat(30_000)))
                .gets(303);
        site.browser().opens("/advisor?first=" + "x".repeat(5_000)).isOn("/login");
        assertThat(site.count(kept)).isEqualTo(before);
    }

    private void isIdle(HttpBrowser visitor, int minutes) {
        long since = System.currentTimeMillis() - minutes * 60_000L;
        site.update("update sessions set last_access_time = " + since + " where session_id = '" + name(visitor) + "'");
    }

    private int rows(String session) {
        return site.count("sessions where session_id = '" + session + "'");
    }

    private int wantedPages(String session) {
        return site.count("sessions_attributes join sessions on session_primary_id = primary_id"
                + " where attribute_name like '%LoginRequestCache' and session_id = '" + session + "'");
    }

    private static String name(HttpBrowser visitor) {
        return new String(Base64.getDecoder().decode(visitor.sessionCookie().orElseThrow()), StandardCharsets.US_ASCII);
    }

    private static String token(HttpBrowser visitor) {
        return visitor.html().select("[name=_csrf]").first().val();
    }

    private static String hex(String bytes) {
        return TestDatabase.current() == TestDatabase.POSTGRESQL ? "'\\x" + bytes + "'" : "X'" + bytes + "'";
    }

    private Stored<?> newSession() {
        SessionRepository<? extends Session> sessions = site.bean(JdbcIndexedSessionRepository.class);
        return Stored.anew(sessions);
    }

    /** A session as one request has it in hand, whatever kind its repository makes. */
    private record Stored<S extends Session>(SessionRepository<S> sessions, S session) {

        static <S extends Session> Stored<S> anew(SessionRepository<S> sessions) {
            return new Stored<>(sessions, sessions.createSession());
        }

        Stored<S> holds(String name, Object content) {
            session.setAttribute(name, content);
            return this;
        }

        Object held(String name) {
            return session.getAttribute(name);
        }

        Stored<S> isSaved() {
            session.setLastAccessedTime(Instant.now());
            sessions.save(session);
            return this;
        }

        Stored<S> readAgain() {
            return new Stored<>(sessions, sessions.findById(session.getId()));
        }

        void ends() {
            sessions.deleteById(session.getId());
        }

        boolean isThere() {
            return sessions.findById(session.getId()) != null;
        }
    }
}
