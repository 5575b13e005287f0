package dev.certpath.accounts;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** All accounts. */
interface AccountRepository extends Repository<Account, Long> {

    long count();

    Optional<Account> findByUsername(String username);

    /** Every account, by name. */
    List<AccountSummary> findAllByOrderByUsername();

    /** The names of those who can log in, in their order. */
    @Query("select a.username from Account a where a.enabled = true order by a.username")
    List<String> findEnabledNames();

    /** The account, for a change: whoever else wants to change it waits, so that no failure goes uncounted. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.username = :username")
    Optional<Account> findForChange(String username);

    /**
     * Everyone who can look after the accounts, for a change: who wants to change one of them waits. Always in the same
     * order, so that two who lock them never wait for each other.
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select a from Account a where a.role = ADMIN and a.enabled order by a.id")
    List<Account> findEnabledAdminsForChange();

    /**
     * Adds an account, unless there is one of that name: two servers may start on one empty database at the same moment.
     *
     * @return how many were added
     */
    @Modifying
    @Query(value = """
            insert into accounts (username, password_hash, role, enabled, must_change_password, failures, generation,
              created_at)
            values (:username, :passwordHash, :role, true, :mustChangePassword, 0, 0, :createdAt)
            on conflict do nothing
            """, nativeQuery = true)
    int add(String username, String passwordHash, String role, boolean mustChangePassword, Instant createdAt);
}
