package dev.certpath.cases;

import java.time.Clock;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How long it is kept who asked: until 12 months after the last act on the case. The case itself stays. */
@Service
public class ContactRetentionService {

    private static final Period KEPT = Period.ofMonths(12);
    private static final Limit AT_ONCE = Limit.of(100);

    private final CaseRepository cases;
    private final ContactRepository contacts;
    private final CaseEventRepository events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    ContactRetentionService(
            CaseRepository cases,
            ContactRepository contacts,
            CaseEventRepository events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.cases = cases;
        this.contacts = contacts;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Erases every contact that was kept long enough, each with an entry in its case's timeline, and counts them. */
    public int eraseExpired() {
        var now = clock.instant();
        var lastAct = now.atZone(ZoneOffset.UTC).minus(KEPT).toInstant();
        int erased = 0;
        for (var due = due(lastAct, 0); !due.isEmpty(); due = due(lastAct, due.get(due.size() - 1))) {
            erased += (int) due.stream().filter(caseId -> erase(caseId, now)).count();
        }
        return erased;
    }

    private List<Long> due(Instant lastAct, long after) {
        return contacts.findDue(lastAct, after, AT_ONCE);
    }

    /** Whether it was erased, and not left for later because somebody acted on the case, or deleted it, just now. */
    private boolean erase(Long caseId, Instant now) {
        try {
            return Objects.requireNonNull(transaction.execute(status ->
                    cases.findById(caseId).filter(found -> erased(found, now)).isPresent()));
        } catch (ObjectOptimisticLockingFailureException | DataIntegrityViolationException meanwhile) {
            return false;
        }
    }

    private boolean erased(Case found, Instant now) {
        if (contacts.deleteByCaseId(found.id()) == 0) {
            return false;
        }
        events.save(found.contactExpired(now));
        cases.saveAndFlush(found);
        return true;
    }
}
