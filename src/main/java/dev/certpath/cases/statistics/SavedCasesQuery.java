package dev.certpath.cases.statistics;

import dev.certpath.cases.CaseStatus;
import dev.certpath.cases.CodeColumn;
import dev.certpath.editions.dryrun.SavedCases;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Counts the cases of each document in one query, which reads cases once and each document once. */
@Component
class SavedCasesQuery implements SavedCases {

    private static final String QUERY = """
            select d.id, d.firstTrack, d.answers, counted.number, counted.open from (
              select c.documentId as document, count(c.id) as number,
                sum(case when c.status in :open then 1 else 0 end) as open
              from Case c group by c.documentId) counted
            join Document d on d.id = counted.document""";

    private static final int ROWS_PER_FETCH = 1000;

    private final EntityManager entityManager;

    SavedCasesQuery(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    @Override
    @Transactional(readOnly = true)
    public void forEachDocument(Consumer<CasesOfDocument> consumer) {
        try (var rows = entityManager
                .createQuery(QUERY, Tuple.class)
                .setParameter("open", List.of(CaseStatus.NEW, CaseStatus.IN_REVIEW))
                .setHint("org.hibernate.fetchSize", ROWS_PER_FETCH)
                .getResultStream()) {
            rows.map(SavedCasesQuery::toCases).forEach(consumer);
        }
    }

    private static CasesOfDocument toCases(Tuple row) {
        return new CasesOfDocument(
                row.get(0, Integer.class),
                row.get(1, String.class),
                CodeColumn.splitAnswers(row.get(2, String.class)),
                row.get(3, Long.class),
                row.get(4, Long.class));
    }
}
