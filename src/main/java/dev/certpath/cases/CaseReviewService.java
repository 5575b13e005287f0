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
public class CaseReviewService {

    private final CaseService caseBook;
    private final CaseRepository cases;
    private final ContactRepository contacts;
    private final CaseCommentRepository remarks;
    private final CaseEventRepository events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CaseReviewService(
            CaseService caseBook,
            CaseRepository cases,
            ContactRepository contacts,
            CaseCommentRepository remarks,
            CaseEventRepository events,
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
    public Optional<CaseDetails> open(String id) {
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
     * @throws CaseModifiedException when someone changed the case since that version
     * @throws CaseActionNotAllowedException when the case does not allow the move as it stands
     */
    public Optional<CaseDetails> make(String id, int version, CaseAction move, String advisor) {
        try {
            return Objects.requireNonNull(transaction.execute(
                    status -> cases.findByAddress(id).map(found -> made(found, version, move, advisor))));
        } catch (ObjectOptimisticLockingFailureException | DataIntegrityViolationException lost) {
            var now = open(id);
            if (now.isPresent() && lost instanceof ObjectOptimisticLockingFailureException) {
                throw new CaseModifiedException(now.get());
            } else if (now.isPresent()) {
                throw lost;
            }
            return Optional.empty(); // its student deleted it at the same moment
        }
    }

    private CaseDetails made(Case found, int version, CaseAction move, String advisor) {
        if (found.version() != version) {
            throw new CaseModifiedException(file(found));
        }
        var now = clock.instant();
        events.save(found.make(move, advisor, now));
        if (move instanceof CaseAction.Note note) {
            remarks.save(new CaseComment(found.id(), CaseComment.FOR_ADVISORS, note.words(), advisor, now));
        } else if (move instanceof CaseAction.Message message) {
            remarks.save(new CaseComment(found.id(), CaseComment.FOR_STUDENT, message.words(), advisor, now));
        }
        return file(cases.saveAndFlush(found));
    }

    private CaseDetails file(Case found) {
        return new CaseDetails(
                caseBook.shown(found),
                found.assignee(),
                contacts.findById(found.id()).map(Contact::asking),
                remarks.findByCaseIdAndAudienceOrderByIdDesc(found.id(), CaseComment.FOR_ADVISORS).stream()
                        .map(CaseComment::writing)
                        .toList(),
                events.findByCaseIdOrderByIdDesc(found.id()).stream()
                        .map(CaseEvent::entry)
                        .toList(),
                found.allowed());
    }
}
