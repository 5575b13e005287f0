package dev.certpath.cases.search;

import dev.certpath.cases.MessageKind;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds what students wrote last, for lists of cases. */
@Service
public class LatestQuestions {

    /** As many characters as fit into the line of a list. */
    static final int MAX_LENGTH = 200;

    private final EntityManager entityManager;

    LatestQuestions(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /**
     * Finds the beginning of the latest message that the student of each case wrote.
     *
     * @param rows the cases
     * @return at most {@link #MAX_LENGTH} characters by the primary key of the case; none where the student wrote nothing
     */
    @Transactional(readOnly = true)
    public Map<Long, String> find(Collection<CaseRow> rows) {
        var caseIds = rows.stream()
                .filter(row -> row.askedAt().isPresent())
                .map(CaseRow::databaseId)
                .toList();
        return caseIds.isEmpty() ? Map.of() : find(caseIds);
    }

    private Map<Long, String> find(List<Long> caseIds) {
        return entityManager
                .createQuery("""
                        select m.caseId as caseId, substring(m.text, 1, :length) as beginning from Message m
                        where m.id in (
                            select max(latest.id) from Message latest
                            where latest.caseId in :caseIds and latest.kind = :kind group by latest.caseId)""", Tuple.class)
                .setParameter("length", MAX_LENGTH)
                .setParameter("caseIds", caseIds)
                .setParameter("kind", MessageKind.STUDENT.toString())
                .getResultStream()
                .collect(Collectors.toMap(
                        message -> message.get("caseId", Long.class),
                        message -> message.get("beginning", String.class)));
    }
}
