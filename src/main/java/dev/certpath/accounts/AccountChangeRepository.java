package dev.certpath.accounts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Repository of {@link AccountChange}s, to which rows are only added. */
interface AccountChangeRepository extends Repository<AccountChange, Long> {

    /**
     * Inserts a change unless the account has one with the same key of a form.
     *
     * @return the number of inserted rows, 0 or 1
     */
    @Modifying
    @Query(value = """
            insert into account_changes (changed_at, actor_id, account_id, act, form_key, case_count, case_holder_id)
            values (:changedAt, :actorId, :accountId, :act, :formKey, :caseCount, :caseHolderId)
            on conflict do nothing
            """, nativeQuery = true)
    int insert(
            Instant changedAt,
            @Nullable Long actorId,
            long accountId,
            String act,
            @Nullable String formKey,
            int caseCount,
            @Nullable Long caseHolderId);

    /** Finds the latest changes with a number below the given one, the latest first. */
    List<AccountChange> findByIdLessThanOrderByIdDesc(long before, Limit limit);
}
