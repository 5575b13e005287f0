package dev.certpath.accounts;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Repository of {@link Account}s. */
interface AccountRepository extends Repository<Account, Long> {

    long count();

    Optional<Account> findByUsername(String username);

    /** Finds all accounts in the order of their usernames. */
    List<Account> findAllByOrderByUsername();

    /** Finds the usernames of the enabled accounts, in alphabetical order. */
    @Query("select a.username from Account a where a.enabled = true order by a.username")
    List<String> findEnabledUsernames();

    /** Finds the usernames of the disabled accounts, in alphabetical order. */
    @Query("select a.username from Account a where a.enabled = false order by a.username")
    List<String> findDisabledUsernames();

    /** Finds an account and locks its row, so that concurrent changes follow one another. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.username = :username")
    Optional<Account> findForUpdate(String username);

    /** Finds the enabled admins and locks their rows, always in the same order, so that transactions don't deadlock. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.role = ADMIN and a.enabled order by a.id")
    List<Account> findEnabledAdminsForUpdate();

    /** Replaces a password hash, unless another transaction has replaced it already. */
    @Modifying
    @Query("update Account a set a.passwordHash = :newHash where a.username = :username and a.passwordHash = :oldHash")
    void replacePasswordHash(String username, String oldHash, String newHash);

    /**
     * Inserts an account unless the username is taken. Several instances may start on one empty database at the same time.
     *
     * @return the number of inserted rows, 0 or 1
     */
    @Modifying
    @Query(value = """
            insert into accounts (username, password_hash, role, enabled, must_change_password, generation, created_at)
            values (:username, :passwordHash, :role, true, :mustChangePassword, 0, :createdAt)
            on conflict do nothing
            """, nativeQuery = true)
    int insert(String username, String passwordHash, String role, boolean mustChangePassword, Instant createdAt);
}
