package dev.certpath.cases;

import dev.certpath.guide.Answers;
import dev.certpath.recommend.Recommender;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The use cases of students and of API clients: saving a recommendation, asking an advisor, deleting. */
@Service
public class CaseService {

    private final Recommender recommender;
    private final RecommendationJsonMapper json;
    private final CaseRepository cases;
    private final ContactRepository contacts;
    private final CaseCommentRepository comments;
    private final CaseEventRepository events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    /**
     * Retries a transaction that collided with another one. A generated id that is taken, and the same request at the
     * same moment, violate a constraint; two changes of one case, and two new cases with the same new document, fail to
     * lock. The next attempt generates another id, or finds what the other request saved.
     */
    private final RetryTemplate collisionRetry = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(5)
            .delay(Duration.ofMillis(20))
            .jitter(Duration.ofMillis(20))
            .includes(DataIntegrityViolationException.class, ConcurrencyFailureException.class)
            .build());

    CaseService(
            Recommender recommender,
            RecommendationJsonMapper json,
            CaseRepository cases,
            ContactRepository contacts,
            CaseCommentRepository comments,
            CaseEventRepository events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.recommender = recommender;
        this.json = json;
        this.cases = cases;
        this.contacts = contacts;
        this.comments = comments;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Recommends certifications and saves the recommendation. It is committed when this method returns.
     *
     * @param answers the student's answers
     * @param asOf the day for which exams are looked up
     */
    public SavedRecommendation save(Answers answers, LocalDate asOf) {
        return retryOnCollision(() -> toSavedRecommendation(cases.saveAndFlush(newCase(answers, asOf))));
    }

    /**
     * Recommends certifications and saves the recommendation, once for all requests with the same key and body.
     *
     * @param answers the student's answers
     * @param asOf the day for which exams are looked up
     * @param request identifies the request
     * @throws IdempotencyKeyReusedException if the key was used with another body
     */
    public SaveResult save(Answers answers, LocalDate asOf, IdempotencyKey request) {
        return retryOnCollision(() -> findOrSave(answers, asOf, request));
    }

    /** Finds a recommendation by its public id. */
    @Transactional(readOnly = true)
    public Optional<SavedRecommendation> find(String id) {
        return cases.findByPublicId(id).map(this::toSavedRecommendation);
    }

    /**
     * Asks an advisor to look at a case, on behalf of its student. The contact details are stored apart from the case.
     *
     * @return the case after the change; empty if there is no case with this id
     */
    public Optional<SavedRecommendation> askAdvisor(String id, ContactDetails contact) {
        return retryOnCollision(() -> cases.findByPublicId(id).map(entity -> askAdvisor(entity, contact)));
    }

    /**
     * Erases the contact details of a case, and nothing else.
     *
     * @return the case after the change; empty if there is no case with this id
     */
    public Optional<SavedRecommendation> withdrawContact(String id) {
        return retryOnCollision(() -> cases.findByPublicId(id).map(this::withdrawContact));
    }

    /**
     * Deletes a case with its contact, its comments and its timeline permanently. Does nothing if there is no case with
     * this id.
     */
    @Transactional
    public void delete(String id) {
        cases.deleteByPublicId(id);
    }

    /** Returns a case as its student sees it. */
    SavedRecommendation toSavedRecommendation(Case entity) {
        var document = cases.findDocument(entity.documentDigest()).orElseThrow();
        return new SavedRecommendation(
                entity.publicId(),
                entity.reference(),
                entity.openedAt(),
                json.readStored(document, entity.asOf()),
                entity.decision(),
                progress(entity),
                entity.version());
    }

    private SavedRecommendation askAdvisor(Case entity, ContactDetails contact) {
        if (hasAsked(entity, contact)) {
            return toSavedRecommendation(entity);
        }
        var now = clock.instant();
        events.save(entity.askAdvisor(now));
        if (!contact.isEmpty()) {
            contacts.save(new Contact(entity.id(), contact, now));
        }
        return toSavedRecommendation(cases.saveAndFlush(entity));
    }

    /** Returns whether the student asked before and the contact details add nothing new, as after a double click. */
    private boolean hasAsked(Case entity, ContactDetails contact) {
        return entity.askedAt().isPresent()
                && (contact.isEmpty()
                        || contacts.findById(entity.id())
                                .map(Contact::toDetails)
                                .filter(contact::equals)
                                .isPresent());
    }

    private SavedRecommendation withdrawContact(Case entity) {
        if (contacts.deleteByCaseId(entity.id()) > 0) {
            events.save(entity.withdrawContact(clock.instant()));
        }
        return toSavedRecommendation(cases.saveAndFlush(entity));
    }

    private CaseProgress progress(Case entity) {
        if (entity.hasNoEvents()) {
            return new CaseProgress(entity.status(), Optional.empty(), false, List.of());
        }
        return new CaseProgress(
                entity.status(),
                entity.askedAt(),
                contacts.findById(entity.id()).isPresent(),
                comments.findNewestFirst(entity.id(), CommentAudience.STUDENT).stream()
                        .map(CaseComment::toView)
                        .toList());
    }

    private SaveResult findOrSave(Answers answers, LocalDate asOf, IdempotencyKey request) {
        var existing = cases.findByIdempotencyKey(request.key());
        if (existing.isPresent() && !existing.get().wasCreatedBy(request)) {
            throw new IdempotencyKeyReusedException();
        }
        return existing.map(entity -> new SaveResult(toSavedRecommendation(entity), false))
                .orElseGet(() -> {
                    var created = newCase(answers, asOf);
                    created.setRequest(request);
                    return new SaveResult(toSavedRecommendation(cases.saveAndFlush(created)), true);
                });
    }

    private Case newCase(Answers answers, LocalDate asOf) {
        var recommendation = recommender.recommend(answers, asOf);
        var document = RecommendationDocument.of(json.writeStored(recommendation));
        cases.insertDocumentIfAbsent(document.digest(), document.content());
        return new Case(recommendation, document.digest(), clock.instant());
    }

    private <T> T retryOnCollision(Supplier<T> work) {
        return collisionRetry.invoke(() -> Objects.requireNonNull(transaction.execute(status -> work.get())));
    }
}
