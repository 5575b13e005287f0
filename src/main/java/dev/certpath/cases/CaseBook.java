package dev.certpath.cases;

import dev.certpath.guide.Answers;
import dev.certpath.recommend.Recommender;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.data.domain.Limit;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** What can be done with saved recommendations. The one way through for every door. */
@Service
public class CaseBook {

    private final Recommender recommender;
    private final RecommendationJson json;
    private final Cases cases;
    private final Clock clock;
    private final TransactionTemplate transaction;

    /**
     * A name that is taken, or the same request at the same moment, shows as a broken constraint: the next try makes
     * another name, or finds what the other request saved.
     */
    private final RetryTemplate onCollision = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(5)
            .delay(Duration.ofMillis(20))
            .jitter(Duration.ofMillis(20))
            .includes(DataIntegrityViolationException.class)
            .build());

    CaseBook(
            Recommender recommender,
            RecommendationJson json,
            Cases cases,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.recommender = recommender;
        this.json = json;
        this.cases = cases;
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
     * @throws KeyUsedOtherwise when the key came with other answers or another day before
     */
    public Opening open(Answers answers, LocalDate day, RequestKey request) {
        return onCollision.invoke(() -> inTransaction(() -> openOnce(answers, day, request)));
    }

    /** The recommendation of that unguessable name. */
    @Transactional(readOnly = true)
    public Optional<SavedRecommendation> find(String id) {
        return cases.findByAddress(id).map(this::shown);
    }

    /** Cases for a list, newest first. */
    @Transactional(readOnly = true)
    public CasePage list(CaseQuery query) {
        var rows = cases.list(query.firstTrack(), query.storedReference(), query.before(), Limit.of(query.most() + 1));
        boolean more = rows.size() > query.most();
        var shown = more ? rows.subList(0, query.most()) : rows;
        return new CasePage(
                shown, more ? OptionalLong.of(shown.get(shown.size() - 1).number()) : OptionalLong.empty());
    }

    /**
     * Writes an advisor's review.
     *
     * @param id the case
     * @param version the version that the advisor saw
     * @throws ChangedMeanwhile when someone changed the case since
     */
    public Optional<SavedRecommendation> review(
            String id, int version, String first, String second, String words, String advisor) {
        var review = new Review(first, second, words, advisor, clock.instant());
        try {
            return inTransaction(() -> cases.findByAddress(id).map(found -> reviewed(found, version, review)));
        } catch (ObjectOptimisticLockingFailureException lost) {
            throw new ChangedMeanwhile(find(id).orElseThrow());
        }
    }

    private SavedRecommendation reviewed(Case found, int version, Review review) {
        if (found.version() != version) {
            throw new ChangedMeanwhile(shown(found));
        }
        found.review(review);
        return shown(cases.saveAndFlush(found));
    }

    private Opening openOnce(Answers answers, LocalDate day, RequestKey request) {
        var before = cases.findByRequestKey(request.key());
        if (before.isPresent() && !before.get().wasOpenedBy(request)) {
            throw new KeyUsedOtherwise();
        }
        return before.map(opened -> new Opening(shown(opened), false)).orElseGet(() -> {
            var opened = prepared(answers, day);
            opened.openedBy(request);
            return new Opening(shown(cases.saveAndFlush(opened)), true);
        });
    }

    private Case kept(Answers answers, LocalDate day) {
        return cases.saveAndFlush(prepared(answers, day));
    }

    private Case prepared(Answers answers, LocalDate day) {
        var recommendation = recommender.recommend(answers, day);
        var document = Document.of(json.stored(recommendation));
        cases.keep(document.digest(), document.content());
        return new Case(recommendation, document.digest(), clock.instant());
    }

    private SavedRecommendation shown(Case found) {
        var stored = cases.document(found.documentDigest()).orElseThrow();
        return new SavedRecommendation(
                found.address(),
                found.reference(),
                found.openedAt(),
                json.read(stored, found.asOf()),
                found.review(),
                found.version());
    }

    private <T> T inTransaction(java.util.function.Supplier<T> work) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
