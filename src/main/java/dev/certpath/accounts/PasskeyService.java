package dev.certpath.accounts;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Use cases of passkeys: list, add, rename and remove one's own. Spring Security creates and verifies them. Removing
 * one ends the sessions of the account, as a new password does; a new one is asked for in those that have presented none.
 */
@Service
public class PasskeyService {

    /** How many passkeys an account may have. */
    public static final int MAX_PER_ACCOUNT = 10;

    /** What became of a passkey that was to be removed. */
    public enum Removal {
        /** It is removed. */
        REMOVED,
        /** The account has no such passkey. */
        MISSING,
        /** It is kept, because the account needs one and has no other. */
        NEEDED
    }

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
     * @param isOneNeeded whether the account has to keep at least one
     */
    @Transactional
    public Removal remove(String username, String id, boolean isOneNeeded) {
        var account = lock(username); // of two requests that remove the last two, the second sees what the first did
        if (passkeys.findAll(username).stream().noneMatch(own -> own.id().equals(id))) {
            return Removal.MISSING;
        }
        if (isOneNeeded && passkeys.count(username) == 1) {
            return Removal.NEEDED;
        }
        passkeys.delete(username, id);
        account.endSessions();
        LOG.info("Passkey removed: account {}", account.id());
        return Removal.REMOVED;
    }

    private Account lock(String username) {
        return accounts.findForUpdate(username).orElseThrow(AccountNotFoundException::new);
    }
}
