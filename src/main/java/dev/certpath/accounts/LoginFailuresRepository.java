package dev.certpath.accounts;

import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Repository of {@link LoginFailures}. */
interface LoginFailuresRepository extends Repository<LoginFailures, LoginFailures.Key> {

    /** Finds failures and locks their row, so that concurrent logins are counted one after the other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select f from LoginFailures f where f.key.subject = :subject and f.key.source = :source")
    Optional<LoginFailures> findForUpdate(String subject, String source);

    /** Inserts a row without failures, unless another transaction does. */
    @Modifying
    @Query(value = """
            insert into login_failures (subject, source, failures, failed_at)
            values (:subject, :source, 0, :failedAt)
            on conflict do nothing
            """, nativeQuery = true)
    void insert(String subject, String source, Instant failedAt);

    /** Finds the counts from one source that reached a limit since a point in time. */
    @Query("""
            select f from LoginFailures f
            where f.key.source = :source and f.failures >= :limit and f.failedAt >= :since
            """)
    List<LoginFailures> findBeyondLimit(String source, int limit, Instant since);

    @Modifying
    @Query("delete from LoginFailures f where f.key.subject = :subject")
    void deleteBySubject(String subject);

    @Modifying
    @Query("delete from LoginFailures f where f.key.subject = :subject and f.key.source = :source")
    void deleteByKey(String subject, String source);

    @Modifying
    @Query("delete from LoginFailures f where f.failedAt < :time")
    int deleteOlderThan(Instant time);
}
