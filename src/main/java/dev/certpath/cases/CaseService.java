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

/** What students, and programs for them, can do with saved recommendations. Every door comes through here. */
@Service
public class CaseService {

    private final Recommender recommender;
    private final RecommendationJsonMapper json;
    private final CaseRepository cases;
    private final ContactRepository contacts;
    private final CaseCommentRepository remarks;
    private final CaseEventRepository events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    /**
     * A name that is taken, or the same request at the same moment, shows as a broken constraint; two acts on one case,
     * or two new cases that are told the same for the first time, as a lost lock. The next try makes another name, or
     * finds what the other request saved.
     */
    private final RetryTemplate onCollision = new RetryTemplate(RetryPolicy.builder()
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
            CaseCommentRepository remarks,
            CaseEventRepository events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.recommender = recommender;
        this.json = json;
        this.cases = cases;
        this.contacts = contacts;
        this.remarks = remarks;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Recommends for these answers on that day, and keeps it. It is safe on the disk when this returns. */
    public SavedRecommendation open(Answers answers, LocalDate day) {
        return onCollision.invoke(() -> inTransaction(() -> shown(kept(answers, day))));
    }

    /**
     * The same, but once for each request, however often it is sent.
     *
     * @throws IdempotencyKeyReusedException when the key came with other answers or another day before
     */
    public SaveResult open(Answers answers, LocalDate day, IdempotencyKey request) {
        return onCollision.invoke(() -> inTransaction(() -> openOnce(answers, day, request)));
    }

    /** The recommendation of that unguessable name. */
    @Transactional(readOnly = true)
    public Optional<SavedRecommendation> find(String id) {
        return cases.findByAddress(id).map(this::shown);
    }

    /**
     * Has the student of a case ask an advisor to look at it. What they say of themselves is kept apart from the case.
     *
     * @return the case as it is then; empty where there is no such case
     */
    public Optional<SavedRecommendation> ask(String id, ContactDetails asking) {
        return onCollision.invoke(() ->
                inTransaction(() -> cases.findByAddress(id).map(found -> asked(found, asking))));
    }

    /**
     * Erases what the student of a case said of themselves, and only that.
     *
     * @return the case as it is then; empty where there is no such case
     */
    public Optional<SavedRecommendation> withdraw(String id) {
        return onCollision.invoke(
                () -> inTransaction(() -> cases.findByAddress(id).map(this::withdrawn)));
    }

    /** Deletes a case with its contact, its remarks and its timeline, for good. Deleting it twice is no error. */
    @Transactional
    public void delete(String id) {
        cases.deleteByAddress(id);
    }

    /** A case as its student sees it. */
    SavedRecommendation shown(Case found) {
        var stored = cases.document(found.documentDigest()).orElseThrow();
        return new SavedRecommendation(
                found.address(),
                found.reference(),
                found.openedAt(),
                json.read(stored, found.asOf()),
                found.review(),
                standing(found),
                found.version());
    }

    private SavedRecommendation asked(Case found, ContactDetails asking) {
        if (isAskedAlready(found, asking)) {
            return shown(found);
        }
        var now = clock.instant();
        events.save(found.ask(now));
        if (!asking.isAnonymous()) {
            contacts.save(new Contact(found.id(), asking, now));
        }
        return shown(cases.saveAndFlush(found));
    }

    /** A second click says nothing new. */
    private boolean isAskedAlready(Case found, ContactDetails asking) {
        return found.askedAt().isPresent()
                && (asking.isAnonymous()
                        || contacts.findById(found.id())
                                .map(Contact::asking)
                                .filter(asking::equals)
                                .isPresent());
    }

    private SavedRecommendation withdrawn(Case found) {
        if (contacts.deleteByCaseId(found.id()) > 0) {
            events.save(found.withdraw(clock.instant()));
        }
        return shown(cases.saveAndFlush(found));
    }

    private CaseProgress standing(Case found) {
        if (found.isUntouched()) {
            return new CaseProgress(found.status(), Optional.empty(), false, List.of());
        }
        return new CaseProgress(
                found.status(),
                found.askedAt(),
                contacts.findById(found.id()).isPresent(),
                remarks.findByCaseIdAndAudienceOrderByIdDesc(found.id(), CaseComment.FOR_STUDENT).stream()
                        .map(CaseComment::writing)
                        .toList());
    }

    private SaveResult openOnce(Answers answers, LocalDate day, IdempotencyKey request) {
        var before = cases.findByRequestKey(request.key());
        if (before.isPresent() && !before.get().wasOpenedBy(request)) {
            throw new IdempotencyKeyReusedException();
        }
        return before.map(opened -> new SaveResult(shown(opened), false)).orElseGet(() -> {
            var opened = prepared(answers, day);
            opened.openedBy(request);
            return new SaveResult(shown(cases.saveAndFlush(opened)), true);
        });
    }

    private Case kept(Answers answers, LocalDate day) {
        return cases.saveAndFlush(prepared(answers, day));
    }

    private Case prepared(Answers answers, LocalDate day) {
        var recommendation = recommender.recommend(answers, day);
        var document = RecommendationDocument.of(json.stored(recommendation));
        cases.keep(document.digest(), document.content());
        return new Case(recommendation, document.digest(), clock.instant());
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
