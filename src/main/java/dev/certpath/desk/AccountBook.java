package dev.certpath.desk;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What can be done with accounts. */
@Service
class AccountBook {

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final Clock clock;

    AccountBook(Accounts accounts, PasswordEncoder encoder, Clock clock) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.clock = clock;
    }

    /** Whether nobody can log in yet. */
    @Transactional(readOnly = true)
    boolean isEmpty() {
        return accounts.count() == 0;
    }

    /** The account of someone, however they type the name's capitals. */
    @Transactional(readOnly = true)
    Optional<Account> find(String typed) {
        return username(typed).flatMap(accounts::findByUsername);
    }

    /** The names of those to whom a case can be given, in their order. */
    @Transactional(readOnly = true)
    List<String> enabledNames() {
        return accounts.findEnabledNames();
    }

    /**
     * Adds an account.
     *
     * @return false when the name is taken; then nothing was changed
     */
    @Transactional
    boolean add(String username, String password, Account.Role role, boolean mustChangePassword) {
        return accounts.add(username, encoder.encode(password), role.code(), mustChangePassword, clock.instant()) == 1;
    }

    /** Counts a wrong password, if there is such an account. */
    @Transactional
    void failed(String typed) {
        username(typed).flatMap(accounts::findForChange).ifPresent(account -> account.failed(clock.instant()));
    }

    /** Forgets wrong passwords, now that the right one came. */
    @Transactional
    void succeeded(String typed) {
        username(typed).flatMap(accounts::findForChange).ifPresent(Account::succeeded);
    }

    /**
     * Gives an account another password, if it is really its owner who asks. A wrong present password counts like one
     * at the login: whoever finds a screen unlocked shall not guess on it.
     *
     * @return the account as it is now; empty when the present password is wrong, or the account waits
     */
    @Transactional
    Optional<Account> changePassword(String username, String present, String wanted) {
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

    /** The name in the form it is kept in; empty for one that no account can have and no database would take. */
    private static Optional<String> username(String typed) {
        return Optional.of(typed.strip().toLowerCase(Locale.ROOT))
                .filter(name -> name.chars().noneMatch(Character::isISOControl));
    }
}
