package dev.certpath.web.desk.account;

import dev.certpath.accounts.Account;
import dev.certpath.accounts.AccountService;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Limits how long a login is valid: 12 hours at most, and only while the account's generation stays the same. The session
 * keeps time and generation of the login, which are compared with the account at every request. So a new password ends the
 * account's other sessions on every instance, without a registry of sessions.
 */
@Component
public class SessionLifetime {

    private static final String ATTRIBUTE = SessionLifetime.class.getName();
    private static final Duration MAX_DURATION = Duration.ofHours(12);

    private final AccountService accounts;
    private final Clock clock;

    private record Login(Instant at, int generation) implements Serializable {}

    SessionLifetime(AccountService accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Starts the lifetime of a login, or starts it again.
     *
     * @param generation the generation of the account that logged in
     */
    public void start(HttpServletRequest request, int generation) {
        request.getSession().setAttribute(ATTRIBUTE, new Login(clock.instant(), generation));
    }

    /**
     * Lets the login of this request continue, with its former end, after a change that ends the sessions of the account.
     */
    public void keep(HttpServletRequest request, String username) {
        var login = findLogin(request).orElseThrow();
        int generation = accounts.find(username).orElseThrow().generation();
        request.getSession().setAttribute(ATTRIBUTE, new Login(login.at(), generation));
    }

    /** Finds the account of a logged-in user; empty when the login is no longer valid. */
    public Optional<Account> findAccount(HttpServletRequest request, String username) {
        return findLogin(request)
                .filter(this::isRecent)
                .flatMap(login -> accounts.find(username)
                        .filter(account -> account.isEnabled() && account.generation() == login.generation()));
    }

    private boolean isRecent(Login login) {
        return clock.instant().isBefore(login.at().plus(MAX_DURATION));
    }

    private static Optional<Login> findLogin(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(ATTRIBUTE))
                .map(Login.class::cast);
    }
}
