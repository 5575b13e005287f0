package dev.certpath.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.TestApplication;
import dev.certpath.testsupport.TestDatabase;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
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

/** Advisors' sessions: cookie, stored attributes, expiry, and concurrent requests. */
@OnEveryDatabase
class AdvisorSessionIT {

    private final TestApplication site = TestApplication.shared();

    @Test
    void setsAHttpOnlySessionCookieForThisHost() {
        assertThat(site.browser().opens("/login").header("Set-Cookie"))
                .startsWith("certpath=")
                .contains("; Path=/", "; HttpOnly", "; SameSite=Lax")
                .doesNotContain("Secure", "Domain", "Max-Age", "Expires");
    }

    @Test
    void generatesLongUniqueSessionIds() {
        var first = sessionId(site.browser().opens("/login"));
        var second = sessionId(site.browser().opens("/login"));
        assertThat(first).hasSize(43).isNotEqualTo(second);
    }

    @Test
    void createsNoSessionOnStudentPages() {
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
    void removesTheSavedRequestAfterLogin() {
        var advisor = site.browser().opens("/advisor/insights").isOn("/login");
        var anonymousSession = sessionId(advisor);
        advisor.types("Name", "admin").types("Password", TestApplication.ADMIN_PASSWORD);
        assertThat(countSavedRequests(anonymousSession)).isOne();

        advisor.presses("Log in").isOn("/advisor/insights");

        assertThat(countSavedRequests(sessionId(advisor))).isZero();
    }

    @Test
    void expiresAfterThirtyIdleMinutes() {
        var advisor = site.advisor();
        setIdle(advisor, 29);
        advisor.opens("/advisor").isOn("/advisor");
        setIdle(advisor, 31);
        advisor.opens("/advisor").isOn("/login");
    }

    @Test
    void deletesExpiredSessions() {
        var expired = sessionId(site.advisor());
        var active = sessionId(site.advisor());
        site.update("update sessions set expiry_time = 1 where session_id = '" + expired + "'");

        site.bean(SessionCleanupJob.class).deleteExpiredSessions();

        assertThat(countSessions(expired)).isZero();
        assertThat(countSessions(active)).isEqualTo(1);
    }

    @Test
    void deletesTheSessionOnLogout() {
        var advisor = site.advisor();
        var session = sessionId(advisor);
        assertThat(countSessions(session)).isEqualTo(1);
        advisor.opens("/advisor").presses("Log out admin").isOn("/login?out");
        assertThat(countSessions(session)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "\0\0\0", "' or 1 = 1 --", "\uD83D\uDE00", "0000000000000000000000000000000000000000000"
            })
    void ignoresUnknownSessionIds(String id) {
        var encoded = Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8));
        site.browser()
                .addsCookie("certpath", encoded)
                .opens("/advisor")
                .gets(200)
                .isOn("/login");
        site.browser().addsCookie("certpath", "%00$;").opens("/login").gets(200);
    }

    /** Deserializing a class from arbitrary bytes could run code, so only allowed classes are deserialized. */
    @ParameterizedTest
    @ValueSource(strings = {"00", "aced0005", "aced00057372000d6a6176612e6e65742e55524cffffffffffffffff020000"})
    void treatsAnUnreadableSessionAsExpired(String bytes) {
        var advisor = site.advisor();
        var changed = site.update("update sessions_attributes set attribute_bytes = " + hex(bytes)
                + " where session_primary_id = (select primary_id from sessions where session_id = '"
                + sessionId(advisor)
                + "')");
        assertThat(changed).isPositive();

        var log = LogCapture.during(() -> advisor.opens("/advisor").isOn("/login"));

        assertThat(log.errors()).isEmpty();
        advisor.logsIn("admin", TestApplication.ADMIN_PASSWORD).isOn("/advisor");
    }

    @Test
    void deserializesAllowedClassesOnly() {
        var session = newSession()
                .setAttribute("allowed", "a text")
                .setAttribute("forbidden", new HttpStatusException("", 400, ""))
                .save();

        assertThat(session.reload().getAttribute("allowed")).isEqualTo("a text");
        assertThat(session.reload().getAttribute("forbidden")).isNull();
    }

    /** The hash code of a URL resolves its host, and that of nested sets can take exponential time. */
    @Test
    void deserializesNothingThatSendsRequestsOrTakesLong() throws MalformedURLException {
        var nested = new HashSet<Object>();
        for (int depth = 0; depth < 100; depth++) {
            var sets = new HashSet<Object>(List.of(depth));
            sets.add(nested);
            nested = sets;
        }
        var session = newSession()
                .setAttribute("url", URI.create("http://localhost/").toURL())
                .setAttribute("nested", nested)
                .setAttribute("large", new byte[300_000])
                .save();

        assertThat(session.reload().getAttribute("url")).isNull();
        assertThat(session.reload().getAttribute("nested")).isNull();
        assertThat(session.reload().getAttribute("large")).isNull();
    }

    @Test
    void storesTheLaterOfTwoConcurrentAttributeValues() {
        var session = newSession().save();
        var first = session.reload();
        var second = session.reload();

        first.setAttribute("attribute", "first").save();
        second.setAttribute("attribute", "second").save();

        assertThat(session.reload().getAttribute("attribute")).isEqualTo("second");
    }

    @Test
    void ignoresAttributesAddedToADeletedSession() {
        var session = newSession().save();
        var stale = session.reload();

        session.delete();
        stale.setAttribute("attribute", "too late").save();

        assertThat(session.exists()).isFalse();
    }

    /** Each of the first requests of a session adds the CSRF token. */
    @Test
    void answersConcurrentRequestsOfOneSession() {
        var advisor = site.browser().opens("/login");
        advisor.postsWithoutRedirect(
                "/login",
                Map.of("username", "admin", "password", TestApplication.ADMIN_PASSWORD, "_csrf", csrfToken(advisor)));
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
    void doesNotStoreLargeFormsOfAnonymousUsers() {
        var savedRequests = "sessions_attributes where attribute_name like '%LoginRequestCache'";
        int before = site.count(savedRequests);
        site.browser()
                .postsWithoutRedirect("/advisor/cases/x", Map.of("_csrf", "made up", "note", "x".repeat(30_000)))
                .gets(303);
        site.browser().opens("/advisor?first=" + "x".repeat(5_000)).isOn("/login");
        assertThat(site.count(savedRequests)).isEqualTo(before);
    }

    private void setIdle(HttpBrowser browser, int minutes) {
        long lastAccess = System.currentTimeMillis() - minutes * 60_000L;
        site.update("update sessions set last_access_time = " + lastAccess + " where session_id = '"
                + sessionId(browser) + "'");
    }

    private int countSessions(String id) {
        return site.count("sessions where session_id = '" + id + "'");
    }

    private int countSavedRequests(String session) {
        return site.count("sessions_attributes join sessions on session_primary_id = primary_id"
                + " where attribute_name like '%LoginRequestCache' and session_id = '" + session + "'");
    }

    private static String sessionId(HttpBrowser browser) {
        return new String(Base64.getDecoder().decode(browser.sessionCookie().orElseThrow()), StandardCharsets.US_ASCII);
    }

    private static String csrfToken(HttpBrowser browser) {
        return browser.html().select("[name=_csrf]").first().val();
    }

    private static String hex(String bytes) {
        return TestDatabase.current() == TestDatabase.POSTGRESQL ? "'\\x" + bytes + "'" : "X'" + bytes + "'";
    }

    private StoredSession<?> newSession() {
        SessionRepository<? extends Session> repository = site.bean(JdbcIndexedSessionRepository.class);
        return StoredSession.create(repository);
    }

    /** A session as one request reads it, with the repository's own session type. */
    private record StoredSession<S extends Session>(SessionRepository<S> repository, S session) {

        static <S extends Session> StoredSession<S> create(SessionRepository<S> repository) {
            return new StoredSession<>(repository, repository.createSession());
        }

        StoredSession<S> setAttribute(String name, Object value) {
            session.setAttribute(name, value);
            return this;
        }

        Object getAttribute(String name) {
            return session.getAttribute(name);
        }

        StoredSession<S> save() {
            session.setLastAccessedTime(Instant.now());
            repository.save(session);
            return this;
        }

        StoredSession<S> reload() {
            return new StoredSession<>(repository, repository.findById(session.getId()));
        }

        void delete() {
            repository.deleteById(session.getId());
        }

        boolean exists() {
            return repository.findById(session.getId()) != null;
        }
    }
}
