package dev.certpath.cases.search;

import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts the cases of the predefined views of the queue, which every page of it shows. The database counts, up to the limit
 * of {@link CaseCount}, along an index of active cases: {@link CaseSearch#count} would read the ids of thousands first.
 */
@Service
public class ViewCounts {

    /**
     * Hibernate limits a subquery only with an order. Each one here is that of an index from its first column on, without which
     * H2 would sort all active cases.
     */
    private static final String COUNT =
            "select count(*) from (select c.id as id from Case c %s fetch first :limit rows only) counted";

    private final EntityManager entityManager;

    ViewCounts(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Counts all cases. */
    @Transactional(readOnly = true)
    public CaseCount all() {
        return count("order by c.id", Map.of());
    }

    /** Counts the cases whose student waits for an advisor. */
    @Transactional(readOnly = true)
    public CaseCount waiting() {
        return count(
                "where c.active = true and c.waitingSince is not null order by c.active, c.waitingSince", Map.of());
    }

    /** Counts the open cases that are assigned to an advisor. */
    @Transactional(readOnly = true)
    public CaseCount assignedTo(String advisor) {
        return count("where c.active = true and c.assignee = :advisor order by c.assignee", Map.of("advisor", advisor));
    }

    /**
     * Counts the cases whose student waits and that nobody works on.
     *
     * @param absentAdvisors the usernames of advisors who don't work on their cases
     */
    @Transactional(readOnly = true)
    public CaseCount needingSomeone(Collection<String> absentAdvisors) {
        var nobody = Stream.concat(Stream.of(""), absentAdvisors.stream()).collect(Collectors.toList());
        return count(
                "where c.active = true and c.waitingSince is not null and coalesce(c.assignee, '') in :nobody order by c.active, c.waitingSince",
                Map.of("nobody", nobody));
    }

    private CaseCount count(String where, Map<String, Object> parameters) {
        var query = entityManager.createQuery(COUNT.formatted(where), Long.class);
        parameters.forEach(query::setParameter);
        return CaseCount.of(query.setParameter("limit", CaseCount.LIMIT + 1)
                .getSingleResult()
                .intValue());
    }
}
