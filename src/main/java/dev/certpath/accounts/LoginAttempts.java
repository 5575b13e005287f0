package dev.certpath.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Limits how often passwords are guessed, by username and source: a client address or a known device. An attempt is
 * counted as failed before the password is compared, and taken back if it was right, so that concurrent attempts can't
 * exceed a limit. Unknown usernames are counted like others, or the limits would tell which accounts exist.
 *
 * <p>The counts are in the database: the limits hold for all instances together and survive a restart. A new row needs a
 * password to be hashed, which bounds how many there can be, and rows that no longer count are deleted every hour.
 */
@Service
public class LoginAttempts {

    /** Failures of an account in a day (UTC), from everywhere, after which it takes logins from known devices only. */
    static final int MAX_FAILURES_PER_DAY = 100;

    private static final Logger LOG = LoggerFactory.getLogger(LoginAttempts.class);

    private final LoginFailuresRepository failures;
    private final AccountRepository accounts;
    private final KnownDevices devices;
    private final SecretKeys keys;
    private final Clock clock;

    /** An attempt that is counted as failed until it is known to be successful. */
    public record Attempt(String username, String source) {}

    LoginAttempts(
            LoginFailuresRepository failures,
            AccountRepository accounts,
            KnownDevices devices,
            SecretKeys keys,
            Clock clock) {
        this.failures = failures;
        this.accounts = accounts;
        this.devices = devices;
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * Reserves a login.
     *
     * @param clientNetwork the client's address, or the block of addresses that count as one
     * @param deviceToken the token of a known device; empty without one
     * @return empty when the client has to wait, or only known devices are accepted
     */
    @Transactional
    public Optional<Attempt> reserve(Username username, String clientNetwork, String deviceToken) {
        var source = findKnownDevice(username, deviceToken)
                .map(device -> new LoginSource(keys.sign("device-source", device), true))
                .orElseGet(() -> new LoginSource(keys.sign("address-source", clientNetwork), false));
        return reserve(username.value(), source);
    }

    /** Whether a device is known to an account that is enabled. */
    @Transactional(readOnly = true)
    public boolean isKnownDevice(Username username, String deviceToken) {
        return findKnownDevice(username, deviceToken).isPresent();
    }

    /** Reserves a comparison with the current password of a user who is logged in; empty when the user has to wait. */
    @Transactional
    public Optional<Attempt> reserveOnPasswordPage(String username) {
        return reserve(username, LoginSource.PASSWORD_PAGE);
    }

    /** Takes an attempt back that was successful, and forgives the failures of its source. */
    @Transactional
    public void recordSuccess(Attempt attempt) {
        var subject = subject(attempt.username());
        failures.findForUpdate(subject, LoginSource.ALL).ifPresent(LoginFailures::subtract);
        failures.deleteByKey(subject, attempt.source());
    }

    /** Logs when an attempt that failed was the last one of its day that is accepted from unknown devices. */
    @Transactional
    public void recordFailure(Attempt attempt) {
        var now = clock.instant();
        boolean isLimitReached = failures.findForUpdate(subject(attempt.username()), LoginSource.ALL)
                .filter(today -> today.hasReached(MAX_FAILURES_PER_DAY, now) && today.markReached(now))
                .isPresent();
        if (isLimitReached) {
            accounts.findByUsername(attempt.username())
                    .ifPresent(account -> LOG.warn(
                            "Account {} takes logins from known devices only until midnight UTC, or until an admin lifts"
                                    + " this limit: {} logins failed today",
                            account.id(),
                            MAX_FAILURES_PER_DAY));
        }
    }

    /** Removes all limits of a username. */
    void lift(String username) {
        failures.deleteBySubject(subject(username));
    }

    /** The accounts, of those given, that take logins from known devices only. */
    List<String> findLimitedToKnownDevices(List<String> usernames) {
        var startOfDay = clock.instant().truncatedTo(ChronoUnit.DAYS);
        var subjects = failures.findBeyondLimit(LoginSource.ALL, MAX_FAILURES_PER_DAY, startOfDay).stream()
                .map(LoginFailures::subject)
                .collect(Collectors.toSet());
        return usernames.stream()
                .filter(username -> subjects.contains(subject(username)))
                .toList();
    }

    /** Deletes counts that no longer have an effect: each is forgiven after this time, and a day is over. */
    @Transactional
    public void deleteExpired() {
        failures.deleteOlderThan(clock.instant().minus(Duration.ofDays(1)));
    }

    /** Of a disabled account, no device is known: whoever has kept one must not compare passwords without limits. */
    private Optional<String> findKnownDevice(Username username, String deviceToken) {
        return accounts.findByUsername(username.value())
                .filter(Account::isEnabled)
                .flatMap(account -> devices.findDevice(account, deviceToken));
    }

    private Optional<Attempt> reserve(String username, LoginSource source) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var subject = subject(username);
        // Always locked first, so that concurrent attempts of one username don't deadlock.
        var today = findOrInsert(subject, LoginSource.ALL, now);
        if (!source.known() && today.hasReached(MAX_FAILURES_PER_DAY, now)) {
            return Optional.empty();
        }
        var fromSource = findOrInsert(subject, source.code(), now);
        if (fromSource.isWaitingAt(now)) {
            return Optional.empty();
        }
        fromSource.addWithBackoff(now);
        today.addToday(now);
        return Optional.of(new Attempt(username, source.code()));
    }

    private LoginFailures findOrInsert(String subject, String source, Instant now) {
        return failures.findForUpdate(subject, source).orElseGet(() -> {
            failures.insert(subject, source, now);
            return failures.findForUpdate(subject, source).orElseThrow();
        });
    }

    private String subject(String username) {
        return keys.sign("login-subject", username);
    }
}
