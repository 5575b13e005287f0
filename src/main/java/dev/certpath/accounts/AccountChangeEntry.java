package dev.certpath.accounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line in the list of what was done to accounts.
 *
 * @param id the number of the change
 * @param changedAt when it was done
 * @param actorId the number of the account that did it; null for a change that was made at the server
 * @param actor the present username of that account; null without one
 * @param accountId the number of the changed account
 * @param account the present username of that account; null if it no longer exists
 * @param act what was done
 * @param caseCount how many active cases the account had when it was disabled
 * @param caseHolderId the number of the account that these cases were assigned to; null if they were given back
 * @param caseHolder the present username of that account; null without one
 */
public record AccountChangeEntry(
        long id,
        Instant changedAt,
        @Nullable Long actorId,
        @Nullable String actor,
        long accountId,
        @Nullable String account,
        AccountChangeType act,
        int caseCount,
        @Nullable Long caseHolderId,
        @Nullable String caseHolder) {}
