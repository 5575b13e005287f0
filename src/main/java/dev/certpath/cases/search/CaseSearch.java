package dev.certpath.cases.search;

import dev.certpath.cases.Case;
import dev.certpath.cases.Case_;
import dev.certpath.cases.CurrentDate;
import dev.certpath.cases.Document;
import dev.certpath.cases.Document_;
import dev.certpath.editions.CurrentGuide;
import dev.certpath.guide.ExamClosures;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Expression;
import jakarta.persistence.criteria.Order;
import jakarta.persistence.criteria.Predicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds cases by filter and order: single pages, counts, and all rows one after another. Reads rows, not entities. */
@Service
public class CaseSearch {

    /** Large enough for few round trips, small enough for few rows in memory. */
    private static final int ROWS_PER_FETCH = 500;

    private final EntityManager entityManager;
    private final CurrentGuide currentGuide;
    private final CurrentDate currentDate;
    private final int candidateLimit;
    private final TransactionTemplate readOnly;
    private final TransactionTemplate snapshot;

    @Autowired
    CaseSearch(
            EntityManager entityManager,
            CurrentGuide currentGuide,
            CurrentDate currentDate,
            PlatformTransactionManager transactionManager) {
        this(entityManager, currentGuide, currentDate, transactionManager, CandidateSearch.LIMIT);
    }

    /** With a limit other than {@link CandidateSearch#LIMIT}. */
    CaseSearch(
            EntityManager entityManager,
            CurrentGuide currentGuide,
            CurrentDate currentDate,
            PlatformTransactionManager transactionManager,
            int candidateLimit) {
        this.candidateLimit = candidateLimit;
        this.entityManager = entityManager;
        this.currentGuide = currentGuide;
        this.currentDate = currentDate;
        this.readOnly = new TransactionTemplate(transactionManager);
        readOnly.setReadOnly(true);
        this.snapshot = new TransactionTemplate(transactionManager);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Finds a page of cases. */
    public CasePage findPage(CaseQuery query) {
        return readOnly.execute(status -> findPage(query, findCandidates(query.filter())));
    }

    /** Finds a page of cases and counts all cases that match its filter, up to {@link CaseCount#LIMIT}. */
    public CasePageWithCount findPageWithCount(CaseQuery query) {
        return readOnly.execute(status -> {
            var candidates = findCandidates(query.filter());
            var page = findPage(query, candidates);
            boolean isOnlyPage = query.after().isEmpty() && page.next().isEmpty();
            int count = isOnlyPage ? page.rows().size() : count(query.filter(), candidates);
            return new CasePageWithCount(page, CaseCount.of(count));
        });
    }

    /** Counts the cases that match a filter, up to {@link CaseCount#LIMIT}. */
    public CaseCount count(CaseFilter filter) {
        return readOnly.execute(status -> CaseCount.of(count(filter, findCandidates(filter))));
    }

    private CasePage findPage(CaseQuery query, Optional<List<Long>> candidates) {
        var rows = findRows(query, candidates, query.order().segments(), query.pageSize() + 1);
        boolean hasNext = rows.size() > query.pageSize();
        var page = hasNext ? rows.subList(0, query.pageSize()) : rows;
        var last = hasNext ? Optional.of(page.get(page.size() - 1)) : Optional.<CaseRow>empty();
        return new CasePage(List.copyOf(page), last.map(query.order()::positionOf));
    }

    private int count(CaseFilter filter, Optional<List<Long>> candidates) {
        if (candidates.filter(List::isEmpty).isPresent()) {
            return 0;
        }
        var query = entityManager.getCriteriaBuilder().createQuery(Long.class);
        var predicates = predicates(query);
        query.select(predicates.root().get(Case_.id)).where(matches(filter, candidates, predicates));
        return entityManager
                .createQuery(query)
                .setMaxResults(CaseCount.LIMIT + 1)
                .getResultList()
                .size();
    }

    /**
     * Passes all cases of a query, from its position on, to a consumer. Reads pages, so that only some hundred rows are in
     * memory, in one transaction: a case that is changed in the meantime is neither repeated nor missed. The transaction
     * holds a connection until the consumer has taken the last row; an exception of the consumer ends it.
     */
    public void forEach(CaseQuery query, Consumer<CaseRow> consumer) {
        snapshot.executeWithoutResult(status -> {
            var next = Optional.of(query.withPageSize(ROWS_PER_FETCH));
            while (next.isPresent()) {
                var page = findPage(next.get());
                page.rows().forEach(consumer);
                next = page.next().map(next.get()::withAfter);
            }
        });
    }

    /** Finds the cases before and after the query's position, whether or not a case has that position. */
    public AdjacentCases findAdjacent(CaseQuery query) {
        return readOnly.execute(status -> {
            var candidates = findCandidates(query.filter());
            return new AdjacentCases(
                    findRows(query, candidates, query.order().reversedSegments(), 1).stream()
                            .findFirst(),
                    findRows(query, candidates, query.order().segments(), 1).stream()
                            .findFirst());
        });
    }

    private List<CaseRow> findRows(
            CaseQuery query, Optional<List<Long>> candidates, List<KeysetSegment> segments, int limit) {
        var rows = new ArrayList<CaseRow>();
        if (candidates.filter(List::isEmpty).isPresent()) {
            return rows;
        }
        var after = query.after();
        var remaining = segments.stream()
                .dropWhile(segment -> after.isPresent() && !segment.contains(after.get()))
                .toList();
        for (KeysetSegment segment : remaining) {
            for (int equalKeys : equalKeys(segment, after)) {
                if (rows.size() < limit) {
                    rows.addAll(findRows(query, candidates, segment, equalKeys, limit - rows.size()));
                }
            }
        }
        return rows;
    }

    /**
     * The ranges to read in a segment, by the number of sort keys with the same values as the position: first the cases
     * that differ only in the last key, and so on. If the position is not in the segment, the whole segment is one range.
     */
    private static List<Integer> equalKeys(KeysetSegment segment, Optional<KeysetPosition> after) {
        return after.filter(segment::contains)
                .map(position -> IntStream.iterate(position.keys().size() - 1, keys -> keys >= 0, keys -> keys - 1)
                        .boxed()
                        .toList())
                .orElse(List.of(0));
    }

    private Optional<List<Long>> findCandidates(CaseFilter filter) {
        return new CandidateSearch(entityManager, closures(), candidateLimit).find(filter);
    }

    private List<CaseRow> findRows(
            CaseQuery request, Optional<List<Long>> candidates, KeysetSegment segment, int equalKeys, int limit) {
        var builder = entityManager.getCriteriaBuilder();
        var query = builder.createTupleQuery();
        var predicates = predicates(query);
        var projection = new CaseRowProjection(predicates);
        var where = new ArrayList<>(matches(request.filter(), candidates, predicates));
        where.add(predicates.isIn(segment));
        request.after()
                .filter(segment::contains)
                .ifPresent(position -> where.add(predicates.isAfter(position, segment, equalKeys)));
        if (candidates.isEmpty() && request.order() == CaseSortOrder.CLOSEST) {
            hasPossibleLead(request.filter(), query, predicates).ifPresent(where::add);
        }
        query.select(builder.tuple(projection.selection())).where(where).orderBy(orderBy(segment, predicates));
        return entityManager.createQuery(query).setMaxResults(limit).getResultList().stream()
                .map(projection::toRow)
                .toList();
    }

    /**
     * The lead is at least the smallest of the documents that match; empty if all match. So that no cases of smaller leads
     * are read in vain, of which there are many before the first clear result.
     */
    private Optional<Predicate> hasPossibleLead(CaseFilter filter, CriteriaQuery<?> query, CasePredicates predicates) {
        var builder = predicates.builder();
        var smallest = query.subquery(Integer.class);
        var document = smallest.from(Document.class);
        var matching = RecommendationPredicates.ofDocument(builder, document, closures())
                .matching(filter);
        smallest.select(builder.min(document.get(Document_.leadPoints))).where(matching);
        return matching.isEmpty()
                ? Optional.empty()
                : Optional.of(builder.greaterThanOrEqualTo(predicates.root().get(Case_.leadPoints), smallest));
    }

    /** The case meets the filter and is one of the candidates, if there are any. */
    private static List<Predicate> matches(
            CaseFilter filter, Optional<List<Long>> candidates, CasePredicates predicates) {
        var all = new ArrayList<>(List.of(predicates.matches(filter)));
        candidates.ifPresent(ids -> all.add(predicates.root().get(Case_.id).in(ids)));
        return all;
    }

    /**
     * The order of a segment. Where no student waits, the order begins with a column that is null: H2 reads rows in the order
     * of an index only if the order begins with the first column of the index, and otherwise sorts all that are left.
     */
    private List<Order> orderBy(KeysetSegment segment, CasePredicates predicates) {
        var builder = predicates.builder();
        var columns = segment.keys().stream().<Expression<?>>map(key -> key.column(predicates.root()));
        var leading = segment.waiting() == StudentWaitingFilter.NOT_WAITING
                ? Stream.<Expression<?>>of(predicates.root().get(Case_.waitingSince))
                : Stream.<Expression<?>>empty();
        return Stream.concat(leading, columns)
                .map(column -> segment.ascending() ? builder.asc(column) : builder.desc(column))
                .toList();
    }

    private CasePredicates predicates(CriteriaQuery<?> query) {
        return new CasePredicates(entityManager.getCriteriaBuilder(), query.from(Case.class), closures());
    }

    private ExamClosures closures() {
        return ExamClosures.asOf(currentDate.get(), currentGuide.guide());
    }
}
