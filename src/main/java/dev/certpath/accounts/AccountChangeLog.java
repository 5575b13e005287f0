package dev.certpath.accounts;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records what is done to accounts, in the database and in the log, by the numbers of the accounts. */
@Service
public class AccountChangeLog {

    private static final Logger LOG = LoggerFactory.getLogger(AccountChangeLog.class);

    private final AccountChangeRepository changes;
    private final AccountRepository accounts;
    private final Clock clock;

    AccountChangeLog(AccountChangeRepository changes, AccountRepository accounts, Clock clock) {
        this.changes = changes;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** Records a change that an admin makes, in the transaction of the change. */
    @Transactional
    public void record(AccountChangeType act, Account account, String admin) {
        record(act, account, admin, Optional.empty());
    }

    /** Finds the latest changes with a number below the given one, the latest first. */
    @Transactional(readOnly = true)
    public List<AccountChangeEntry> findBefore(long number, int limit) {
        var usernames =
                accounts.findAllByOrderByUsername().stream().collect(Collectors.toMap(Account::id, Account::username));
        return changes.findByIdLessThanOrderByIdDesc(number, Limit.of(limit)).stream()
                .map(change -> change.toEntry(usernames))
                .toList();
    }

    /**
     * Records a change that an admin makes, in the transaction of the change.
     *
     * @param formKey the key of the form, which is different each time that the form is shown
     * @return whether it was recorded; false when the same form was processed before
     */
    boolean record(AccountChangeType act, Account account, String admin, Optional<UUID> formKey) {
        var actor = accounts.findByUsername(admin).orElseThrow().id();
        return insert(act, account, actor, formKey.map(UUID::toString).orElse(null), HandedOverCases.NONE);
    }

    /** Records that an admin disabled an account, and what became of its cases, in the transaction of the change. */
    void recordDisabling(Account account, HandedOverCases cases, String admin) {
        var actor = accounts.findByUsername(admin).orElseThrow().id();
        insert(AccountChangeType.DISABLE, account, actor, null, cases);
    }

    /** Records a change that was made at the server, without a login. */
    void recordAtServer(AccountChangeType act, Account account) {
        insert(act, account, null, null, HandedOverCases.NONE);
    }

    /**
     * The cases of an account that was disabled.
     *
     * @param count the number of cases
     * @param holderId the number of the account that has them now; null for nobody
     */
    record HandedOverCases(int count, @Nullable Long holderId) {

        static final HandedOverCases NONE = new HandedOverCases(0, null);

        private String describe() {
            if (count == 0) {
                return "";
            }
            return ", cases: " + count + " to " + (holderId == null ? "nobody" : "account " + holderId);
        }
    }

    private boolean insert(
            AccountChangeType act,
            Account account,
            @Nullable Long actorId,
            @Nullable String formKey,
            HandedOverCases cases) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        boolean isRecorded =
                changes.insert(now, actorId, account.id(), act.code(), formKey, cases.count(), cases.holderId()) == 1;
        if (isRecorded) {
            LOG.info(
                    "Account {}: {} by {}{}",
                    account.id(),
                    act.code(),
                    actorId == null ? "the operator of the server" : "account " + actorId,
                    cases.describe());
        }
        return isRecorded;
    }
}
