package dev.certpath.cases.search;

import dev.certpath.cases.Case;
import dev.certpath.cases.CurrentDate;
import dev.certpath.cases.search.CaseSortOrder.Stretch;
import dev.certpath.guide.ExamClosures;
import dev.certpath.guide.Guide;
import jakarta.persistence.EntityManager;
import jakarta.persistence.criteria.CriteriaQuery;
import jakarta.persistence.criteria.Order;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Lists of cases: pages, counts, and all of one to the last. Rows are read as they are shown, without their cases. */
@Service
public class CaseSearch {

    /** Enough to make the way to the database short, and few enough to hold in the hand. */
    private static final int PIECE = 500;

    private final EntityManager database;
    private final Guide guide;
    private final CurrentDate currentDate;
    private final TransactionTemplate reading;

    CaseSearch(EntityManager database, Guide guide, CurrentDate currentDate, PlatformTransactionManager transactions) {
        this.database = database;
        this.guide = guide;
        this.currentDate = currentDate;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /** A page of a list. */
    public CasePage page(CaseQuery query) {
        var rows = read(query, query.order().stretches(), query.most() + 1);
        boolean more = rows.size() > query.most();
        var shown = more ? rows.subList(0, query.most()) : rows;
        var last = more ? Optional.of(shown.get(shown.size() - 1)) : Optional.<CaseRow>empty();
        return new CasePage(List.copyOf(shown), last.map(query.order()::placeOf));
    }

    /** How many cases a filter lets through. */
    public CaseCount count(CaseFilter filter) {
        var builder = database.getCriteriaBuilder();
        var query = builder.createQuery(Long.class);
        var conditions = conditions(query);
        query.select(conditions.cases().get("id").as(Long.class)).where(conditions.letThrough(filter));
        return reading.execute(status -> CaseCount.of(database.createQuery(query)
                .setMaxResults(CaseCount.FARTHEST + 1)
                .getResultList()
                .size()));
    }

    /** Hands over every case of a list from its place on, one by one; no more than some hundred are in memory at once. */
    public void each(CaseQuery query, Consumer<CaseRow> taker) {
        var next = Optional.of(query.inPiecesOf(PIECE));
        while (next.isPresent()) {
            var page = page(next.get());
            page.rows().forEach(taker);
            next = page.next().map(next.get()::after);
        }
    }

    /** The cases on both sides of a list's place, be there a case at the place itself or not. */
    public AdjacentCases neighbours(CaseQuery query) {
        return reading.execute(status -> new AdjacentCases(
                read(query, query.order().stretchesBackwards(), 1).stream().findFirst(),
                read(query, query.order().stretches(), 1).stream().findFirst()));
    }

    private List<CaseRow> read(CaseQuery query, List<Stretch> stretches, int most) {
        var after = query.after();
        var left = stretches.stream()
                .dropWhile(stretch -> after.isPresent() && !stretch.has(after.get()))
                .toList();
        return reading.execute(status -> {
            var rows = new ArrayList<CaseRow>();
            for (Stretch stretch : left) {
                if (rows.size() < most) {
                    rows.addAll(read(query.filter(), stretch, after.filter(stretch::has), most - rows.size()));
                }
            }
            return rows;
        });
    }

    private List<CaseRow> read(CaseFilter filter, Stretch stretch, Optional<KeysetPosition> after, int most) {
        var builder = database.getCriteriaBuilder();
        var rows = builder.createTupleQuery();
        var conditions = conditions(rows);
        var columns = new CaseRowProjection(conditions);
        var where = new ArrayList<>(List.of(conditions.letThrough(filter), conditions.isIn(stretch)));
        after.ifPresent(place -> where.add(conditions.isAfter(place, stretch)));
        rows.select(builder.tuple(columns.selection())).where(where).orderBy(order(stretch, conditions));
        return database.createQuery(rows).setMaxResults(most).getResultList().stream()
                .map(columns::row)
                .toList();
    }

    private List<Order> order(Stretch stretch, CasePredicates conditions) {
        var builder = conditions.builder();
        return stretch.keys().stream()
                .map(key -> conditions.cases().get(key.attribute()))
                .map(column -> stretch.ascending() ? builder.asc(column) : builder.desc(column))
                .toList();
    }

    private CasePredicates conditions(CriteriaQuery<?> query) {
        return new CasePredicates(
                database.getCriteriaBuilder(), query.from(Case.class), ExamClosures.asOf(currentDate.get(), guide));
    }
}
