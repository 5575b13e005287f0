package dev.certpath.accounts;

import dev.certpath.accounts.AccountChangeLog.HandedOverCases;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntBiFunction;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/** Use cases of accounts: find, add and change them. */
@Service
public class AccountService {

    private final AccountRepository accounts;
    private final PasskeyRepository passkeys;
    private final LoginAttempts attempts;
    private final AccountChangeLog changes;
    private final PasswordEncoder encoder;
    private final TransactionOperations transaction;
    private final Clock clock;

    AccountService(
            AccountRepository accounts,
            PasskeyRepository passkeys,
            LoginAttempts attempts,
            AccountChangeLog changes,
            PasswordEncoder encoder,
            TransactionOperations transaction,
            Clock clock) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.attempts = attempts;
        this.changes = changes;
        this.encoder = encoder;
        this.transaction = transaction;
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
        return Username.parse(username).map(Username::value).flatMap(accounts::findByUsername);
    }

    /** Finds all accounts in the order of their usernames. */
    @Transactional(readOnly = true)
    public List<AccountSummary> findAll() {
        var all = accounts.findAllByOrderByUsername();
        var limited = attempts.findLimitedToKnownDevices(
                all.stream().map(Account::username).toList());
        return all.stream()
                .map(account -> AccountSummary.of(account, limited.contains(account.username())))
                .toList();
    }

    /** Finds the usernames of the accounts to which a case can be assigned, in alphabetical order. */
    @Transactional(readOnly = true)
    public List<String> findEnabledUsernames() {
        return accounts.findEnabledUsernames();
    }

    /** Finds the usernames of the accounts whose cases nobody works on, in alphabetical order. */
    @Transactional(readOnly = true)
    public List<String> findDisabledUsernames() {
        return accounts.findDisabledUsernames();
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

    /**
     * Adds an account for an admin.
     *
     * @return whether it was added; false when the username is taken
     */
    @Transactional
    public boolean add(GeneratedPassword password, Account.Role role, String admin) {
        if (!add(password.username(), password.password(), role, true)) {
            return false;
        }
        var account = accounts.findByUsername(password.username()).orElseThrow();
        changes.record(AccountChangeType.ADD, account, admin);
        return true;
    }

    /**
     * Changes the password of an account, if the current password is right. Wrong ones are limited as at the login, so that
     * it can't be guessed in a session that someone left open.
     *
     * @return the changed account; empty when the current password is wrong or the user has to wait
     */
    public Optional<Account> changePassword(String username, String currentPassword, String newPassword) {
        return attempts.reserveOnPasswordPage(username).flatMap(attempt -> {
            var comparedHash = accounts.findByUsername(username).orElseThrow().passwordHash();
            if (!encoder.matches(currentPassword, comparedHash)) {
                attempts.recordFailure(attempt);
                return Optional.empty();
            }
            attempts.recordSuccess(attempt);
            return replacePassword(username, comparedHash, encoder.encode(newPassword));
        });
    }

    private Optional<Account> replacePassword(String username, String oldHash, String newHash) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var account = accounts.findForUpdate(username)
                    .filter(unchanged -> unchanged.passwordHash().equals(oldHash));
            account.ifPresent(unchanged -> unchanged.changePassword(newHash));
            return account;
        }));
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
        requireEnabledAdmin(admins, account);
        changes.record(action.changeType(), account, admin);
    }

    /**
     * Disables the account of someone else and hands over its cases.
     *
     * @param successor the username of the account that gets the cases; empty if nobody does
     * @param handOver hands over the cases of the account with the first username to the second one, in the same transaction
     *     and while no other account can be disabled, and returns how many there were
     * @param admin the username of the admin who disables it
     * @return the number of cases
     * @throws AccountChangeRejectedException when it is the admin's own account, no enabled admin would remain, or the
     *     successor is not enabled
     */
    @Transactional
    public int disable(
            String username,
            Optional<String> successor,
            ToIntBiFunction<String, Optional<String>> handOver,
            String admin) {
        // Locks the admins before reading anything: a successor can't be disabled at the same time.
        var admins = accounts.findEnabledAdminsForUpdate();
        var account = findForChangeBy(admin, username);
        account.disable();
        requireEnabledAdmin(admins, account);
        var holder = successor.map(name -> findEnabled(name, account));
        int count = handOver.applyAsInt(account.username(), holder.map(Account::username));
        changes.recordDisabling(
                account,
                new HandedOverCases(
                        count,
                        holder.filter(found -> count > 0).map(Account::id).orElse(null)),
                admin);
        return count;
    }

    private Account findEnabled(String successor, Account disabled) {
        return find(successor)
                .filter(Account::isEnabled)
                .orElseThrow(() -> new AccountChangeRejectedException(
                        AccountChangeRejectedException.Reason.SUCCESSOR_DISABLED, disabled.username()));
    }

    private static void requireEnabledAdmin(List<Account> admins, Account changed) {
        if (admins.stream().noneMatch(Account::isEnabledAdmin)) {
            throw new AccountChangeRejectedException(
                    AccountChangeRejectedException.Reason.LAST_ADMIN, changed.username());
        }
    }

    /**
     * Replaces the password of someone else by a generated one, which has to be changed at the next login, and removes the
     * limits after failed logins.
     *
     * @param formKey the key of the form that asks for it, if it has one
     * @param admin the username of the admin who resets it
     * @throws AccountChangeRejectedException when it is the admin's own account, or a form with this key was processed
     */
    @Transactional
    public void resetPassword(GeneratedPassword password, Optional<UUID> formKey, String admin) {
        var account = findForChangeBy(admin, password.username());
        if (!changes.record(AccountChangeType.RESET, account, admin, formKey)) {
            throw new AccountChangeRejectedException(
                    AccountChangeRejectedException.Reason.ALREADY_DONE, account.username());
        }
        account.resetPassword(encoder.encode(password.password()));
        attempts.lift(account.username());
    }

    /** Removes the limits after failed logins of an account, the admin's own included. */
    @Transactional
    public void liftLimits(String username, String admin) {
        var account = find(username).orElseThrow(AccountNotFoundException::new);
        attempts.lift(account.username());
        changes.record(AccountChangeType.LIFT, account, admin);
    }

    /**
     * Recovers the account of an admin who can't log in, for the operator of the server: enables it, replaces its password
     * by a generated one, and removes its passkeys and the limits after failed logins.
     *
     * @return whether it was recovered; false when no admin has the username
     */
    @Transactional
    public boolean recoverAdmin(GeneratedPassword password) {
        var admin = Username.parse(password.username())
                .flatMap(username -> accounts.findForUpdate(username.value()))
                .filter(account -> account.role() == Account.Role.ADMIN);
        admin.ifPresent(account -> {
            account.enable();
            account.resetPassword(encoder.encode(password.password()));
            attempts.lift(account.username());
            passkeys.deleteAll(account.username());
            changes.recordAtServer(AccountChangeType.RECOVER, account);
        });
        return admin.isPresent();
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
        changes.record(AccountChangeType.REMOVE_PASSKEYS, account, admin);
    }

    private Account findForChangeBy(String admin, String username) {
        var account = Username.parse(username)
                .flatMap(name -> accounts.findForUpdate(name.value()))
                .orElseThrow(AccountNotFoundException::new);
        if (account.username().equals(admin)) {
            throw new AccountChangeRejectedException(AccountChangeRejectedException.Reason.OWN_ACCOUNT, admin);
        }
        return account;
    }
}
