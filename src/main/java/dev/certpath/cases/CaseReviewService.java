package dev.certpath.cases;

import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The use cases of advisors. Each action adds an entry to the timeline of its case, in the same transaction. */
@Service
public class CaseReviewService {

    private final CaseService caseService;
    private final CaseRepository cases;
    private final ContactRepository contacts;
    private final CaseCommentRepository comments;
    private final MessageRepository messages;
    private final CaseEventRepository events;
    private final ApplicationEventPublisher publisher;
    private final Clock clock;
    private final CollisionRetry transactions;

    CaseReviewService(
            CaseService caseService,
            CaseRepository cases,
            ContactRepository contacts,
            CaseCommentRepository comments,
            MessageRepository messages,
            CaseEventRepository events,
            ApplicationEventPublisher publisher,
            Clock clock,
            CollisionRetry transactions) {
        this.caseService = caseService;
        this.cases = cases;
        this.contacts = contacts;
        this.comments = comments;
        this.messages = messages;
        this.events = events;
        this.publisher = publisher;
        this.clock = clock;
        this.transactions = transactions;
    }

    /** Finds a case by its public id. */
    @Transactional(readOnly = true)
    public Optional<CaseDetails> find(String id) {
        return cases.findByPublicId(id).map(this::toDetails);
    }

    /**
     * Finds a page of the timeline of a case.
     *
     * @param id the public id of the case
     * @param number the number of the page, from 1
     * @return the page; empty if there is no such case or page
     */
    @Transactional(readOnly = true)
    public Optional<TimelinePage> findTimelinePage(String id, int number) {
        return cases.findByPublicId(id)
                .map(entity -> timelinePage(entity, number))
                .filter(page -> !page.entries().isEmpty() || number == 1);
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
        return transactions.execute(() -> cases.findByPublicId(id).map(entity -> {
            perform(entity, version, action, advisor, () -> toDetails(entity));
            return toDetails(entity);
        }));
    }

    /**
     * Performs an action that depends on the case, for example because it is validated against the recommendation.
     *
     * @param id the public id of the case
     * @param version the version of the case that the advisor saw
     * @param action returns the action for the case; empty to perform none. It is called again after a collision with a
     *     concurrent transaction
     * @param advisor the username of the advisor who performs it
     * @return the case before the action; empty if there is no case with this id
     * @throws CaseModifiedException if the case was changed since that version
     * @throws CaseActionNotAllowedException if the case does not allow the action in its current state
     */
    public Optional<CaseDetails> perform(
            String id, int version, Function<CaseDetails, Optional<CaseAction>> action, String advisor) {
        return transactions.execute(() -> cases.findByPublicId(id).map(entity -> {
            var details = toDetails(entity);
            action.apply(details).ifPresent(chosen -> perform(entity, version, chosen, advisor, () -> details));
            return details;
        }));
    }

    /**
     * Assigns the case whose student has been waiting longest, and that nobody works on, to an advisor. Advisors who do so
     * at the same moment get different cases.
     *
     * @param advisor the username of the advisor
     * @param absentAdvisors the usernames of advisors who don't work on their cases
     * @return the public id of the case; empty if there is none
     */
    public Optional<String> takeNext(String advisor, Collection<String> absentAdvisors) {
        return transactions.execute(() -> cases.findNextForUpdate(absentAdvisors)
                .map(entity -> {
                    perform(entity, entity.version(), new CaseAction.Take(), advisor, () -> toDetails(entity));
                    return entity.publicId();
                }));
    }

    /**
     * Gives back all open cases of an advisor, or assigns them to another one, in the transaction of the caller.
     *
     * @param assignee the username of the advisor who has them
     * @param successor the username of the advisor who gets them; empty for nobody
     * @param advisor the username of the advisor who performs this
     * @return the number of cases
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int handOver(String assignee, Optional<String> successor, String advisor) {
        var action = successor.<CaseAction>map(CaseAction.Assign::new).orElseGet(CaseAction.GiveBack::new);
        var held = cases.findActiveForUpdate(assignee);
        var now = clock.instant();
        held.forEach(entity -> events.save(entity.perform(action, advisor, now)));
        return held.size();
    }

    /** Counts the cases with these public ids whose student is waiting for an advisor. */
    @Transactional(readOnly = true)
    public int countWaitingStudents(Collection<String> ids) {
        return cases.countWaiting(ids);
    }

    private void perform(
            Case entity, int version, CaseAction action, String advisor, Supplier<CaseDetails> currentDetails) {
        if (entity.version() != version) {
            throw new CaseModifiedException(currentDetails.get(), action);
        }
        if (!action.type().isAllowedFor(entity)) {
            throw new CaseActionNotAllowedException(currentDetails.get(), action);
        }
        var now = clock.instant();
        var event = entity.perform(action, advisor, now);
        cases.saveAndFlush(entity); // first, so that a concurrent change or deletion fails here
        events.save(event);
        action.note().ifPresent(note -> comments.save(new CaseComment(entity.id(), note, advisor, now)));
        action.removedMessages().ifPresent(kind -> messages.delete(entity.id(), kind));
        action.message().ifPresent(message -> {
            add(Message.byAdvisor(entity.id(), message, advisor, now));
            entity.askedAt().ifPresent(askedAt -> cases.recordAnswer(entity.id(), askedAt, now));
        });
    }

    private void add(Message message) {
        publisher.publishEvent(new MessageToStudentEvent(messages.save(message).id()));
    }

    private TimelinePage timelinePage(Case entity, int number) {
        var page = events.findByCaseIdOrderByIdDesc(entity.id(), PageRequest.of(number - 1, TimelinePage.SIZE));
        return new TimelinePage(
                number, page.stream().map(CaseEvent::toTimelineEntry).toList(), page.hasNext());
    }

    private CaseDetails toDetails(Case entity) {
        return new CaseDetails(
                caseService.toSavedRecommendation(entity),
                entity.assignee(),
                contacts.findById(entity.id()).map(Contact::toDetails),
                comments.findByCaseIdOrderByIdDesc(entity.id()).stream()
                        .map(CaseComment::toView)
                        .toList(),
                timelinePage(entity, 1),
                entity.allowedActions());
    }
}
