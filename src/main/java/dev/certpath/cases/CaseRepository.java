package dev.certpath.cases;

import static org.hibernate.jpa.SpecHints.HINT_SPEC_LOCK_TIMEOUT;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

/** Stores cases. */
interface CaseRepository extends Repository<Case, Long> {

    /** The value of {@link org.hibernate.Timeouts#SKIP_LOCKED_MILLI} as the hint wants it. */
    String SKIP_LOCKED = "-2";

    Case saveAndFlush(Case entity);

    Optional<Case> findById(Long id);

    Optional<Case> findByPublicId(String publicId);

    Optional<Case> findByShareId(String shareId);

    @Modifying
    @Query("delete from Case c where c.publicId = :publicId")
    void deleteByPublicId(String publicId);

    /**
     * Finds the case whose student has been waiting longest and that nobody works on, and locks its row. Rows that other
     * transactions have locked are skipped.
     *
     * @param absentAdvisors the usernames of advisors who don't work on their cases
     */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @QueryHints(@QueryHint(name = HINT_SPEC_LOCK_TIMEOUT, value = SKIP_LOCKED))
    @Query("""
            select c from Case c
            where c.active = true and c.waitingSince is not null
              and (c.assignee is null or c.assignee in :absentAdvisors)
            order by c.waitingSince, c.openedAt, c.id
            limit 1
            """)
    Optional<Case> findNextForUpdate(Collection<String> absentAdvisors);

    /** Finds the primary key of the case with a public id. */
    @Query("select c.id from Case c where c.publicId = :publicId")
    Optional<Long> findPrimaryKey(String publicId);

    /** Records when an advisor answered a student's request, unless an earlier answer to it is recorded. */
    @Modifying
    @Query(value = """
            insert into answered_requests (case_id, asked_at, answered_at) values (:caseId, :askedAt, :answeredAt)
            on conflict do nothing
            """, nativeQuery = true)
    void recordAnswer(long caseId, Instant askedAt, Instant answeredAt);

    /** Finds the open cases of an advisor and locks their rows, always in the same order. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select c from Case c where c.assignee = :assignee and c.active = true order by c.id")
    List<Case> findActiveForUpdate(String assignee);

    /** Counts the cases among these whose student is waiting for an advisor. */
    @Query("select count(c) from Case c where c.publicId in :publicIds and c.waitingSince is not null")
    int countWaiting(Collection<String> publicIds);

    Optional<Case> findByIdempotencyKey(String idempotencyKey);
}
