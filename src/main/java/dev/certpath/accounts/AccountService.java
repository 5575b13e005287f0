package dev.certpath.accounts;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use cases of accounts: find, add, change, and count failed logins. */
@Service
public class AccountService {

    private static final Logger LOG = LoggerFactory.getLogger(AccountService.class);

    private final AccountRepository accounts;
    private final PasskeyRepository passkeys;
    private final PasswordEncoder encoder;
    private final Clock clock;

    AccountService(AccountRepository accounts, PasskeyRepository passkeys, PasswordEncoder encoder, Clock clock) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** Whether there is no account. */
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return accounts.count() == 0;
    }

    /** Finds an account by its username, ignoring case and surrounding whitespace. */
    @Transactional(readOnly = true)
    public Optional<Account> find(String username) {
        return normalize(username).flatMap(accounts::findByUsername);
    }

    /** Finds all accounts in the order of their usernames. */
    @Transactional(readOnly = true)
    public List<AccountSummary> findAll() {
        return accounts.findAllByOrderByUsername();
    }

    /** Finds the usernames of the accounts to which a case can be assigned, in alphabetical order. */
    @Transactional(readOnly = true)
    public List<String> findEnabledUsernames() {
        return accounts.findEnabledUsernames();
    }

    /**
     * Adds an account.
     *
     * @return whether it was added; false when the username is taken
     */
    @Transactional
    public boolean add(String username, String password, Account.Role role, boolean mustChangePassword) {
        return accounts.insert(username, encoder.encode(password), role.code(), mustChangePassword, clock.instant())
                == 1;
    }

    /** Replaces the hash of an unchanged password. Sessions don't end. Does nothing if the password has been changed. */
    @Transactional
    public void upgradePasswordHash(String username, String oldHash, String newHash) {
        accounts.replacePasswordHash(username, oldHash, newHash);
    }

    /** Counts a wrong password of an account. Does nothing for an unknown username. */
    @Transactional
    public void recordFailedLogin(String username) {
        normalize(username)
                .flatMap(accounts::findForUpdate)
                .ifPresent(account -> account.recordFailedLogin(clock.instant()));
    }

    /** Resets the count of wrong passwords of an account. Does nothing for an unknown username. */
    @Transactional
    public void recordSuccessfulLogin(String username) {
        normalize(username).flatMap(accounts::findForUpdate).ifPresent(Account::recordSuccessfulLogin);
    }

    /**
     * Changes the password of an account, if the current password is right. A wrong one counts as a failed login, so that
     * it can't be guessed in a session that someone left open.
     *
     * @return the changed account; empty when the current password is wrong or the account is locked
     */
    @Transactional
    public Optional<Account> changePassword(String username, String currentPassword, String newPassword) {
        var account = accounts.findForUpdate(username).orElseThrow();
        if (account.isLockedAt(clock.instant())) {
            return Optional.empty();
        }
        if (!encoder.matches(currentPassword, account.passwordHash())) {
            account.recordFailedLogin(clock.instant());
            return Optional.empty();
        }
        account.changePassword(encoder.encode(newPassword));
        return Optional.of(account);
    }

    /**
     * Changes the account of someone else.
     *
     * @param admin the username of the admin who changes it
     * @throws AccountChangeRejectedException when it is the admin's own account, or no enabled admin would remain
     */
    @Transactional
    public void change(String username, AccountAction action, String admin) {
        // Locks the admins before reading anything: of two who disable each other, the second sees the first change.
        var admins = accounts.findEnabledAdminsForUpdate();
        var account = findForChangeBy(admin, username);
        action.applyTo(account);
        if (admins.stream().noneMatch(Account::isEnabledAdmin)) {
            throw new AccountChangeRejectedException(AccountChangeRejectedException.Reason.LAST_ADMIN, username);
        }
    }

    /**
     * Replaces the password of someone else by a generated one, which has to be changed at the next login.
     *
     * @param admin the username of the admin who resets it
     * @throws AccountChangeRejectedException when it is the admin's own account
     */
    @Transactional
    public void resetPassword(GeneratedPassword password, String admin) {
        findForChangeBy(admin, password.username()).resetPassword(encoder.encode(password.password()));
    }

    /**
     * Removes all passkeys of someone else, who has lost them. All sessions of the account end.
     *
     * @param admin the username of the admin who removes them
     * @throws AccountChangeRejectedException when it is the admin's own account
     */
    @Transactional
    public void removePasskeys(String username, String admin) {
        var account = findForChangeBy(admin, username);
        passkeys.deleteAll(account.username());
        account.endSessions();
        var actor = accounts.findByUsername(admin).orElseThrow();
        LOG.info("Account {}: remove-passkeys by account {}", account.id(), actor.id());
    }

    private Account findForChangeBy(String admin, String username) {
        var account = normalize(username).flatMap(accounts::findForUpdate).orElseThrow(AccountNotFoundException::new);
        if (account.username().equals(admin)) {
            throw new AccountChangeRejectedException(AccountChangeRejectedException.Reason.OWN_ACCOUNT, admin);
        }
        return account;
    }

    /** The username as it is stored; empty for one with control characters, which PostgreSQL rejects. */
    private static Optional<String> normalize(String username) {
        return Optional.of(username.strip().toLowerCase(Locale.ROOT))
                .filter(name -> name.chars().noneMatch(Character::isISOControl));
    }
}
