package dev.certpath.accounts;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was done to an account, when and by whom. Rows are inserted by {@link AccountChangeRepository#insert}. */
@Entity
@Table(name = "account_changes")
class AccountChange {

    @Id
    private Long id;

    private Instant changedAt;
    private @Nullable Long actorId;
    private Long accountId;

    @Enumerated(EnumType.STRING)
    private AccountChangeType act;

    private int caseCount;
    private @Nullable Long caseHolderId;

    protected AccountChange() {}

    /** Creates a line of the list of changes with the present usernames of accounts by their number. */
    AccountChangeEntry toEntry(Map<Long, String> usernames) {
        return new AccountChangeEntry(
                id,
                changedAt,
                actorId,
                actorId == null ? null : usernames.get(actorId),
                accountId,
                usernames.get(accountId),
                act,
                caseCount,
                caseHolderId,
                caseHolderId == null ? null : usernames.get(caseHolderId));
    }
}
