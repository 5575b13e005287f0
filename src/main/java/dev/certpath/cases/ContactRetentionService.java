package dev.certpath.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.data.domain.Limit;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases what students entered, contact details and messages, 12 months after the last change of their case. The case and
 * what advisors wrote stay.
 */
@Service
public class ContactRetentionService {

    private static final Period RETENTION_PERIOD = Period.ofMonths(12);
    private static final Limit BATCH_SIZE = Limit.of(100);

    private final CaseRepository cases;
    private final ContactRepository contacts;
    private final MessageRepository messages;
    private final CaseEventRepository events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ContactRetentionService(
            CaseRepository cases,
            ContactRepository contacts,
            MessageRepository messages,
            CaseEventRepository events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.cases = cases;
        this.contacts = contacts;
        this.messages = messages;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Erases all contact details whose retention period has ended, each with an entry in the timeline of its case.
     *
     * @return the number of erased contacts
     */
    public int eraseExpired() {
        var now = clock.instant();
        var lastChange = now.atZone(ZoneOffset.UTC).minus(RETENTION_PERIOD).toInstant();
        int erased = 0;
        var batch = nextBatch(lastChange, 0);
        while (!batch.isEmpty()) {
            erased += (int) batch.stream().filter(caseId -> erase(caseId, now)).count();
            batch = nextBatch(lastChange, batch.get(batch.size() - 1));
        }
        return erased;
    }

    private List<Long> nextBatch(Instant lastChange, long after) {
        return contacts.findExpired(lastChange, after, BATCH_SIZE);
    }

    /** Returns false if the case was changed or deleted at the same moment; a later run erases what is left. */
    private boolean erase(Long caseId, Instant now) {
        try {
            return Objects.requireNonNull(transaction.execute(status ->
                    cases.findById(caseId).filter(entity -> erase(entity, now)).isPresent()));
        } catch (ObjectOptimisticLockingFailureException concurrentChange) {
            return false;
        }
    }

    private boolean erase(Case entity, Instant now) {
        if (contacts.findById(entity.id()).isEmpty()) {
            return false;
        }
        var event = entity.expireContact(now);
        cases.saveAndFlush(entity); // first, so that a concurrent change or deletion fails here
        events.save(event);
        contacts.deleteByCaseId(entity.id());
        messages.delete(entity.id(), MessageKind.STUDENT);
        return true;
    }
}
