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
 * For how long someone who logged in may stay: 12 hours at most, and only while the account is as it was. A visit is
 * kept in the session and compared with the account at every request, so that a new password ends the account's other
 * sessions on every server, without a list of sessions.
 */
@Component
public class SessionLifetime {

    private static final String ATTRIBUTE = SessionLifetime.class.getName();
    private static final Duration LONGEST = Duration.ofHours(12);

    private final AccountService accounts;
    private final Clock clock;

    /** When someone logged in, and to which generation of the account. */
    private record Visit(Instant since, int generation) implements Serializable {}

    SessionLifetime(AccountService accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Begins a visit, in place of the one that there may be. */
    public void begin(HttpServletRequest request, int generation) {
        request.getSession().setAttribute(ATTRIBUTE, new Visit(clock.instant(), generation));
    }

    /** The account behind a request; empty when the visit is over. */
    public Optional<Account> account(HttpServletRequest request, String username) {
        return visit(request)
                .filter(this::isRecent)
                .flatMap(visit -> accounts.find(username)
                        .filter(account -> account.isEnabled() && account.generation() == visit.generation()));
    }

    private boolean isRecent(Visit visit) {
        return clock.instant().isBefore(visit.since().plus(LONGEST));
    }

    private static Optional<Visit> visit(HttpServletRequest request) {
        return Optional.ofNullable(request.getSession(false))
                .map(session -> session.getAttribute(ATTRIBUTE))
                .map(Visit.class::cast);
    }
}
