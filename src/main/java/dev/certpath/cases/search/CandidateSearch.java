package dev.certpath.cases.search;

import dev.certpath.cases.Case;
import dev.certpath.cases.Case_;
import dev.certpath.cases.Contact;
import dev.certpath.cases.Contact_;
import dev.certpath.cases.Document;
import dev.certpath.cases.Document_;
import dev.certpath.cases.Message;
import dev.certpath.cases.Message_;
import dev.certpath.guide.ExamClosures;
import dev.certpath.text.SearchText;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaBuilder;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.CriteriaSelect;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds the cases that one criterion of a filter selects, if these are few. Then a query reads these few and sorts them;
 * otherwise it walks along the index of its sort order, on which it soon finds enough of many. A database can't choose
 * between the two: it does not know how many documents a criterion selects, and how many cases these have.
 */
final class CandidateSearch {

    /** So many that a walk finds a page of those left within some ten thousand of a million cases. */
    static final int LIMIT = 3_000;

    private final EntityManager entityManager;
    private final CriteriaBuilder builder;
    private final ExamClosures closures;
    private final int limit;

    CandidateSearch(EntityManager entityManager, ExamClosures closures, int limit) {
        this.limit = limit;
        this.entityManager = entityManager;
        this.builder = entityManager.getCriteriaBuilder();
        this.closures = closures;
    }

    /** Returns the ids of a few cases that include all matching ones; empty if no criterion is selective. */
    Optional<List<Long>> find(CaseFilter filter) {
        return Stream.<Function<CaseFilter, Optional<CriteriaSelect<Long>>>>of(
                        this::selectByText, this::selectByReview, this::selectByDocument)
                .flatMap(select -> select.apply(filter).stream())
                .map(query -> entityManager
                        .createQuery(query)
                        .setMaxResults(limit + 1)
                        .getResultList())
                .filter(ids -> ids.size() <= limit)
                .findFirst();
    }

    private Optional<CriteriaSelect<Long>> selectByText(CaseFilter filter) {
        if (filter.text().isEmpty()) {
            return Optional.empty();
        }
        var pattern = LikePattern.containing(SearchText.fold(filter.text()));
        var written = builder.union(selectByContact(pattern), selectByMessage(pattern));
        return selectByReference(filter)
                .map(other -> builder.union(written, other))
                .or(() -> Optional.of(written));
    }

    private CriteriaQuery<Long> selectByContact(LikePattern pattern) {
        var query = builder.createQuery(Long.class);
        var contact = query.from(Contact.class);
        return query.select(contact.get(Contact_.caseId))
                .where(pattern.matches(contact.get(Contact_.searchText), builder));
    }

    private CriteriaQuery<Long> selectByMessage(LikePattern pattern) {
        var query = builder.createQuery(Long.class);
        var message = query.from(Message.class);
        return query.select(message.get(Message_.caseId))
                .where(pattern.matches(message.get(Message_.searchText), builder));
    }

    private Optional<CriteriaQuery<Long>> selectByReference(CaseFilter filter) {
        var query = builder.createQuery(Long.class);
        var predicates = new CasePredicates(builder, query.from(Case.class), closures);
        return predicates
                .hasReference(filter.text())
                .map(hasReference ->
                        query.select(predicates.root().get(Case_.id)).where(hasReference));
    }

    private Optional<CriteriaSelect<Long>> selectByReview(CaseFilter filter) {
        var query = builder.createQuery(Long.class);
        var predicates = new CasePredicates(builder, query.from(Case.class), closures);
        var selective = predicates.selective(filter);
        return selective.isEmpty()
                ? Optional.empty()
                : Optional.of(query.select(predicates.root().get(Case_.id)).where(selective));
    }

    private Optional<CriteriaSelect<Long>> selectByDocument(CaseFilter filter) {
        var query = builder.createQuery(Long.class);
        var root = query.from(Case.class);
        var documents = query.subquery(Integer.class);
        var document = documents.from(Document.class);
        var predicates =
                RecommendationPredicates.ofDocument(builder, document, closures).matching(filter);
        documents.select(document.get(Document_.id)).where(predicates);
        return predicates.isEmpty()
                ? Optional.empty()
                : Optional.of(query.select(root.get(Case_.id))
                        .where(root.get(Case_.documentId).in(documents)));
    }
}
