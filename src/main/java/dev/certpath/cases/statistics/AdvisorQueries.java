package dev.certpath.cases.statistics;

import static java.util.Objects.requireNonNullElse;

import dev.certpath.cases.DecisionOutcome;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads {@link AdvisorStatistics} in the transaction of the caller. The database calculates the medians. */
@Component
class AdvisorQueries {

    /** How many cohorts are listed: anyone can make up another one. */
    static final int MAX_COHORTS = 20;

    private final EntityManager entityManager;
    private final WorkloadService workloads;
    private final Clock clock;

    AdvisorQueries(EntityManager entityManager, WorkloadService workloads, Clock clock) {
        this.entityManager = entityManager;
        this.workloads = workloads;
        this.clock = clock;
    }

    AdvisorStatistics find(TimeRange period) {
        var cohorts = findLargestCohorts(period);
        return new AdvisorStatistics(
                findWaiting(),
                findAnswered(period),
                workloads.findAll(),
                countDecided(period),
                countCohorts(cohorts.subList(0, Math.min(cohorts.size(), MAX_COHORTS)), period),
                cohorts.size());
    }

    /** Medians and extremes as seconds since 1970: PostgreSQL has no median of times. */
    private WaitingTimes findWaiting() {
        var row = (Tuple) entityManager.createNativeQuery("""
                        select count(*), percentile_cont(0.5) within group (order by extract(epoch from waiting_since)),
                          min(extract(epoch from waiting_since))
                        from cases where needs_someone = true and waiting_since is not null""", Tuple.class).getSingleResult();
        var now = clock.instant();
        return new WaitingTimes(
                number(row, 0),
                seconds(row, 1).map(median -> Duration.between(Instant.EPOCH.plus(median), now)),
                seconds(row, 2).map(first -> Duration.between(Instant.EPOCH.plus(first), now)));
    }

    private WaitingTimes findAnswered(TimeRange period) {
        var row = (Tuple)
                period.setOn(entityManager.createNativeQuery("""
                        select count(*), percentile_cont(0.5) within group (order by waited), max(waited) from (
                          select extract(epoch from answered_at) - extract(epoch from asked_at) as waited
                          from answered_requests where answered_at >= :from and answered_at < :until) answered""", Tuple.class)).getSingleResult();
        return new WaitingTimes(number(row, 0), seconds(row, 1), seconds(row, 2));
    }

    private Map<String, Long> countDecided(TimeRange period) {
        return period.setOn(entityManager.createQuery("""
                        select c.assignee, count(c.openedAt) from Case c
                        where c.outcome in (AGREED, OTHERWISE) and c.openedAt >= :from and c.openedAt < :until
                        group by c.assignee""", Tuple.class))
                .getResultStream()
                .collect(Collectors.toMap(
                        row -> requireNonNullElse(row.get(0, String.class), ""), row -> row.get(1, Long.class)));
    }

    /** The condition on the cohort is a range, so that the index leads past the cases without one. */
    private List<String> findLargestCohorts(TimeRange period) {
        return period.setOn(entityManager.createQuery("""
                        select c.cohort from Case c
                        where c.cohort >= '' and c.openedAt >= :from and c.openedAt < :until
                        group by c.cohort order by count(c.openedAt) desc, c.cohort""", String.class))
                .setMaxResults(MAX_COHORTS + 1)
                .getResultList();
    }

    private List<CohortBreakdown> countCohorts(List<String> cohorts, TimeRange period) {
        if (cohorts.isEmpty()) {
            return List.of();
        }
        return period.setOn(entityManager.createQuery("""
                        select c.cohort, c.firstTrack, c.outcome, count(c.openedAt) from Case c
                        where c.cohort in :cohorts and c.openedAt >= :from and c.openedAt < :until
                        group by c.cohort, c.firstTrack, c.outcome""", Tuple.class))
                .setParameter("cohorts", cohorts)
                .getResultStream()
                .map(row -> new CohortBreakdown(
                        row.get(0, String.class),
                        row.get(1, String.class),
                        row.get(2, DecisionOutcome.class),
                        row.get(3, Long.class)))
                .toList();
    }

    private static long number(Tuple row, int column) {
        return row.get(column, Number.class).longValue();
    }

    private static Optional<Duration> seconds(Tuple row, int column) {
        return Optional.ofNullable(row.get(column, Number.class))
                .map(seconds -> Duration.ofMillis(
                        new BigDecimal(seconds.toString()).movePointRight(3).longValue()));
    }
}
