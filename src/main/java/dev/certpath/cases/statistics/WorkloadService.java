package dev.certpath.cases.statistics;

import static java.util.Objects.requireNonNullElse;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts the open cases of each advisor. Reads the open cases alone, which are few among all. */
@Service
public class WorkloadService {

    private final EntityManager entityManager;

    WorkloadService(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    /** Finds the workloads of all advisors with open cases, and of nobody, in the order of the usernames. */
    @Transactional(readOnly = true)
    public List<AdvisorWorkload> findAll() {
        return entityManager
                .createQuery("""
                        select c.assignee, count(c), count(c.waitingSince), min(c.waitingSince) from Case c
                        where c.active = true group by c.assignee order by c.assignee nulls first""", Tuple.class)
                .getResultStream()
                .map(WorkloadService::toWorkload)
                .toList();
    }

    /** Finds the workload of an advisor. */
    @Transactional(readOnly = true)
    public AdvisorWorkload find(String advisor) {
        return findAll().stream()
                .filter(workload -> workload.advisor().equals(advisor))
                .findFirst()
                .orElseGet(() -> AdvisorWorkload.none(advisor));
    }

    private static AdvisorWorkload toWorkload(Tuple row) {
        return new AdvisorWorkload(
                requireNonNullElse(row.get(0, String.class), ""),
                row.get(1, Long.class),
                row.get(2, Long.class),
                Optional.ofNullable(row.get(3, Instant.class)));
    }
}
