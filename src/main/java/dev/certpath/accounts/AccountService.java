package dev.certpath.accounts;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be done with accounts. */
@Service
public class AccountService {

    private final AccountRepository accounts;
    private final PasswordEncoder encoder;
    private final Clock clock;

    AccountService(AccountRepository accounts, PasswordEncoder encoder, Clock clock) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** Whether nobody can log in yet. */
    @Transactional(readOnly = true)
    public boolean isEmpty() {
        return accounts.count() == 0;
    }

    /** The account of someone, however they type the name's capitals. */
    @Transactional(readOnly = true)
    public Optional<Account> find(String typed) {
        return username(typed).flatMap(accounts::findByUsername);
    }

    /** Every account, by name. */
    @Transactional(readOnly = true)
    public List<AccountSummary> list() {
        return accounts.findAllByOrderByUsername();
    }

    /** The names of those to whom a case can be given, in their order. */
    @Transactional(readOnly = true)
    public List<String> enabledNames() {
        return accounts.findEnabledNames();
    }

    /**
     * Adds an account.
     *
     * @return false when the name is taken; then nothing was changed
     */
    @Transactional
    public boolean add(String username, String password, Account.Role role, boolean mustChangePassword) {
        return accounts.add(username, encoder.encode(password), role.code(), mustChangePassword, clock.instant()) == 1;
    }

    /** Counts a wrong password, if there is such an account. */
    @Transactional
    public void failed(String typed) {
        username(typed).flatMap(accounts::findForChange).ifPresent(account -> account.failed(clock.instant()));
    }

    /** Forgets wrong passwords, now that the right one came. */
    @Transactional
    public void succeeded(String typed) {
        username(typed).flatMap(accounts::findForChange).ifPresent(Account::succeeded);
    }

    /**
     * Gives an account another password, if it is really its owner who asks. A wrong present password counts like one
     * at the login: whoever finds a screen unlocked shall not guess on it.
     *
     * @return the account as it is now; empty when the present password is wrong, or the account waits
     */
    @Transactional
    public Optional<Account> changePassword(String username, String present, String wanted) {
        var account = accounts.findForChange(username).orElseThrow();
        if (account.waitsAt(clock.instant())) {
            return Optional.empty();
        }
        if (!encoder.matches(present, account.passwordHash())) {
            account.failed(clock.instant());
            return Optional.empty();
        }
        account.changePassword(encoder.encode(wanted));
        return Optional.of(account);
    }

    /**
     * Changes someone else's account, as long as an admin remains who can log in.
     *
     * @throws AccountChangeRejectedException when it is one's own, or the last admin's
     */
    @Transactional
    public void change(String username, AccountAction change, String by) {
        // The admins are locked before anything is read: of two who disable each other the second sees what the first
        // did.
        var admins = accounts.findEnabledAdminsForChange();
        var account = someoneElses(username, by);
        change.on(account);
        if (admins.stream().noneMatch(Account::isEnabledAdmin)) {
            throw new AccountChangeRejectedException(AccountChangeRejectedException.Reason.LAST_ADMIN, username);
        }
    }

    /**
     * Gives someone else's account a made-up password, which its owner must change.
     *
     * @throws AccountChangeRejectedException when it is one's own
     */
    @Transactional
    public void resetPassword(String username, String madeUp, String by) {
        someoneElses(username, by).resetPassword(encoder.encode(madeUp));
    }

    /** The account, for a change; nobody changes their own, lest they lock themselves out by a slip. */
    private Account someoneElses(String username, String by) {
        var account = username(username).flatMap(accounts::findForChange).orElseThrow(AccountNotFoundException::new);
        if (account.username().equals(by)) {
            throw new AccountChangeRejectedException(AccountChangeRejectedException.Reason.OWN_ACCOUNT, by);
        }
        return account;
    }

    /** The name in the form it is kept in; empty for one that no account can have and no database would take. */
    private static Optional<String> username(String typed) {
        return Optional.of(typed.strip().toLowerCase(Locale.ROOT))
                .filter(name -> name.chars().noneMatch(Character::isISOControl));
    }
}
