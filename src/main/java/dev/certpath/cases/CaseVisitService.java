package dev.certpath.cases;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/** Remembers when each advisor last looked at a case. */
@Service
public class CaseVisitService {

    private final CaseRepository cases;
    private final CaseVisitRepository visits;
    private final Clock clock;
    private final CollisionRetry transactions;

    CaseVisitService(CaseRepository cases, CaseVisitRepository visits, Clock clock, CollisionRetry transactions) {
        this.cases = cases;
        this.visits = visits;
        this.clock = clock;
        this.transactions = transactions;
    }

    /**
     * Records that an advisor looks at a case now.
     *
     * @param id the public id of the case
     * @param advisor the username of the advisor
     * @return when the advisor looked at it before; empty the first time, or if there is no case with this id
     */
    public Optional<Instant> visit(String id, String advisor) {
        try {
            return transactions.execute(
                    () -> cases.findPrimaryKey(id).flatMap(caseId -> visit(caseId, advisor, clock.instant())));
        } catch (DataIntegrityViolationException caseWasDeleted) {
            return Optional.empty();
        }
    }

    private Optional<Instant> visit(Long caseId, String advisor, Instant now) {
        var earlier = visits.findByCaseId(caseId).stream()
                .filter(visit -> visit.isBy(advisor))
                .findFirst();
        if (earlier.isEmpty()) {
            visits.saveAndFlush(new CaseVisit(caseId, advisor, now));
        }
        return earlier.map(visit -> visit.repeat(now));
    }
}
