package dev.certpath.accounts;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Use cases of passkeys: list, add, rename and remove one's own. Spring Security creates and verifies them. */
@Service
public class PasskeyService {

    /** How many passkeys an account may have. */
    public static final int MAX_PER_ACCOUNT = 10;

    private static final Logger LOG = LoggerFactory.getLogger(PasskeyService.class);

    private final PasskeyRepository passkeys;
    private final AccountRepository accounts;

    PasskeyService(PasskeyRepository passkeys, AccountRepository accounts) {
        this.passkeys = passkeys;
        this.accounts = accounts;
    }

    /** Finds the passkeys of an account, the oldest first. */
    @Transactional(readOnly = true)
    public List<Passkey> findAll(String username) {
        return passkeys.findAll(username);
    }

    /** Whether an account has a passkey. */
    @Transactional(readOnly = true)
    public boolean hasPasskey(String username) {
        return passkeys.count(username) > 0;
    }

    /** Counts the passkeys of all accounts that have some. */
    @Transactional(readOnly = true)
    public Map<String, Integer> countByUsername() {
        return passkeys.countByUsername();
    }

    /**
     * Adds a passkey, unless the account has as many as it may have.
     *
     * @param registration what verifies and saves the passkey
     * @throws IllegalStateException if there are too many
     */
    @Transactional
    public <T> T add(String username, Supplier<T> registration) {
        var account = lock(username);
        if (passkeys.count(username) >= MAX_PER_ACCOUNT) {
            throw new IllegalStateException("The account has as many passkeys as it may have");
        }
        var result = registration.get();
        LOG.info("Passkey added: account {}", account.id());
        return result;
    }

    /**
     * Verifies a passkey while its account is locked, because Spring Security saves the passkey after verifying it: one that
     * is removed at the same time would be added again.
     *
     * @param verification what verifies and saves the passkey
     */
    @Transactional
    public <T> T verify(String username, Supplier<T> verification) {
        lock(username);
        return verification.get();
    }

    /**
     * Renames a passkey.
     *
     * @return whether the account has such a passkey
     */
    @Transactional
    public boolean rename(String username, String id, String name) {
        return passkeys.rename(username, id, name) > 0;
    }

    /**
     * Removes a passkey.
     *
     * @return whether the account had such a passkey
     */
    @Transactional
    public boolean remove(String username, String id) {
        var account = lock(username);
        boolean removed = passkeys.delete(username, id) > 0;
        if (removed) {
            LOG.info("Passkey removed: account {}", account.id());
        }
        return removed;
    }

    private Account lock(String username) {
        return accounts.findForUpdate(username).orElseThrow(AccountNotFoundException::new);
    }
}
