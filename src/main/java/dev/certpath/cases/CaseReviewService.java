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

/** The use cases of advisors. Each action adds an entry to the timeline of its case, in the same transaction. */
@Service
public class CaseReviewService {

    private final CaseService caseService;
    private final CaseRepository cases;
    private final ContactRepository contacts;
    private final CaseCommentRepository comments;
    private final CaseEventRepository events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CaseReviewService(
            CaseService caseService,
            CaseRepository cases,
            ContactRepository contacts,
            CaseCommentRepository comments,
            CaseEventRepository events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.caseService = caseService;
        this.cases = cases;
        this.contacts = contacts;
        this.comments = comments;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Finds a case by its public id. */
    @Transactional(readOnly = true)
    public Optional<CaseDetails> find(String id) {
        return cases.findByPublicId(id).map(this::toDetails);
    }

    /**
     * Performs an action on a case.
     *
     * @param id the public id of the case
     * @param version the version of the case that the advisor saw
     * @param action the action
     * @param advisor the username of the advisor who performs it
     * @return the case after the action; empty if there is no case with this id
     * @throws CaseModifiedException if the case was changed since that version
     * @throws CaseActionNotAllowedException if the case does not allow the action in its current state
     */
    public Optional<CaseDetails> perform(String id, int version, CaseAction action, String advisor) {
        try {
            return Objects.requireNonNull(transaction.execute(
                    status -> cases.findByPublicId(id).map(entity -> perform(entity, version, action, advisor))));
        } catch (ObjectOptimisticLockingFailureException | DataIntegrityViolationException failure) {
            var current = find(id);
            if (current.isPresent() && failure instanceof ObjectOptimisticLockingFailureException) {
                throw new CaseModifiedException(current.get());
            } else if (current.isPresent()) {
                throw failure;
            }
            return Optional.empty(); // the student deleted the case at the same moment
        }
    }

    private CaseDetails perform(Case entity, int version, CaseAction action, String advisor) {
        if (entity.version() != version) {
            throw new CaseModifiedException(toDetails(entity));
        }
        if (!action.type().isAllowedFor(entity)) {
            throw new CaseActionNotAllowedException(action.type(), entity.status());
        }
        var now = clock.instant();
        events.save(entity.perform(action, advisor, now));
        action.comment().ifPresent(comment -> comments.save(new CaseComment(entity.id(), comment, advisor, now)));
        return toDetails(cases.saveAndFlush(entity));
    }

    private CaseDetails toDetails(Case entity) {
        return new CaseDetails(
                caseService.toSavedRecommendation(entity),
                entity.assignee(),
                contacts.findById(entity.id()).map(Contact::toDetails),
                comments.findNewestFirst(entity.id(), CommentAudience.ADVISORS).stream()
                        .map(CaseComment::toView)
                        .toList(),
                events.findByCaseIdOrderByIdDesc(entity.id()).stream()
                        .map(CaseEvent::toTimelineEntry)
                        .toList(),
                entity.allowedActions());
    }
}
