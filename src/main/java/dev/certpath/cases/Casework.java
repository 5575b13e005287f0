package dev.certpath.cases;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What advisors can do with cases. Every act leaves an entry in the case's timeline, in the same transaction. */
@Service
public class Casework {

    private final CaseBook caseBook;
    private final Cases cases;
    private final Contacts contacts;
    private final Remarks remarks;
    private final CaseEvents events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Casework(
            CaseBook caseBook,
            Cases cases,
            Contacts contacts,
            Remarks remarks,
            CaseEvents events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.caseBook = caseBook;
        this.cases = cases;
        this.contacts = contacts;
        this.remarks = remarks;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Everything known of a case; empty where there is none of that name. */
    @Transactional(readOnly = true)
    public Optional<CaseFile> open(String id) {
        return cases.findByAddress(id).map(this::file);
    }

    /**
     * Makes a move.
     *
     * @param id the case
     * @param version the version of it that the advisor saw
     * @param move what to do
     * @param advisor who does it
     * @return the case as it is then; empty where there is none of that name
     * @throws ChangedMeanwhile when someone changed the case since that version
     * @throws MoveNotAllowed when the case does not allow the move as it stands
     */
    public Optional<CaseFile> make(String id, int version, Move move, String advisor) {
        try {
            return Objects.requireNonNull(transaction.execute(
                    status -> cases.findByAddress(id).map(found -> made(found, version, move, advisor))));
        } catch (ObjectOptimisticLockingFailureException | DataIntegrityViolationException lost) {
            var now = open(id);
            if (now.isPresent() && lost instanceof ObjectOptimisticLockingFailureException) {
                throw new ChangedMeanwhile(now.get());
            } else if (now.isPresent()) {
                throw lost;
            }
            return Optional.empty(); // its student deleted it at the same moment
        }
    }

    private CaseFile made(Case found, int version, Move move, String advisor) {
        if (found.version() != version) {
            throw new ChangedMeanwhile(file(found));
        }
        var now = clock.instant();
        events.save(found.make(move, advisor, now));
        if (move instanceof Move.Note note) {
            remarks.save(new Remark(found.id(), Remark.FOR_ADVISORS, note.words(), advisor, now));
        } else if (move instanceof Move.Message message) {
            remarks.save(new Remark(found.id(), Remark.FOR_STUDENT, message.words(), advisor, now));
        }
        return file(cases.saveAndFlush(found));
    }

    private CaseFile file(Case found) {
        return new CaseFile(
                caseBook.shown(found),
                found.assignee(),
                contacts.findById(found.id()).map(Contact::asking),
                remarks.findByCaseIdAndAudienceOrderByIdDesc(found.id(), Remark.FOR_ADVISORS).stream()
                        .map(Remark::writing)
                        .toList(),
                events.findByCaseIdOrderByIdDesc(found.id()).stream()
                        .map(CaseEvent::entry)
                        .toList(),
                found.allowed());
    }
}
