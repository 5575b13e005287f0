package dev.certpath.web.desk.insights;

import dev.certpath.cases.DecisionOutcome;
import dev.certpath.cases.search.AttentionReason;
import dev.certpath.cases.search.CaseSortOrder;
import dev.certpath.cases.search.DecisionFilter;
import dev.certpath.cases.statistics.AdvisorStatistics;
import dev.certpath.cases.statistics.AdvisorWorkload;
import dev.certpath.cases.statistics.CohortBreakdown;
import dev.certpath.cases.statistics.WaitingTimes;
import dev.certpath.web.desk.AgeFormatter;
import dev.certpath.web.desk.QueueParameters;
import dev.certpath.web.desk.WorkloadLinks;
import dev.certpath.web.desk.queue.TrackLabel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Summarizes how long students wait, who has how many cases, and where students came from. */
@Component
class AdvisorSummaryFactory {

    private static final QueueParameters WAITING = QueueParameters.of(Map.of(
            QueueParameters.VIEW,
            QueueParameters.ALL,
            QueueParameters.ATTENTION,
            AttentionReason.STUDENT_ASKED.toString(),
            QueueParameters.SORT,
            CaseSortOrder.WAITING.toString()));

    private final AgeFormatter ages;

    AdvisorSummaryFactory(AgeFormatter ages) {
        this.ages = ages;
    }

    /** Summarizes the statistics of a period, whose cases the queue lists. */
    AdvisorSummary summarize(AdvisorStatistics statistics, QueueParameters queue, List<TrackLabel> tracks) {
        var cohorts = cohorts(statistics.cohorts(), queue, tracks);
        return new AdvisorSummary(
                List.of(
                        wait("now", statistics.waiting(), Optional.of(WAITING)),
                        wait("answered", statistics.answered(), Optional.empty())),
                loads(statistics, queue),
                tracks,
                cohorts,
                statistics.cohortCount() > cohorts.size());
    }

    private WaitSummary wait(String code, WaitingTimes times, Optional<QueueParameters> queue) {
        return new WaitSummary(
                code,
                times.students(),
                times.median().map(ages::format).orElse(""),
                times.longest().map(ages::format).orElse(""),
                queue);
    }

    private List<AdvisorLoad> loads(AdvisorStatistics statistics, QueueParameters queue) {
        var workloads = statistics.workloads().stream()
                .collect(Collectors.toMap(
                        AdvisorWorkload::advisor, Function.identity(), (one, same) -> one, TreeMap::new));
        statistics.decided().keySet().forEach(advisor -> workloads.putIfAbsent(advisor, AdvisorWorkload.none(advisor)));
        return workloads.values().stream()
                .map(workload -> load(workload, statistics.decided().getOrDefault(workload.advisor(), 0L), queue))
                .toList();
    }

    private AdvisorLoad load(AdvisorWorkload workload, long decided, QueueParameters queue) {
        var active = WorkloadLinks.active(workload.advisor());
        var decidedQueue = queue.with(QueueParameters.ASSIGNEE, active.value(QueueParameters.ASSIGNEE))
                .with(QueueParameters.DECISION, DecisionFilter.ANY.toString());
        return new AdvisorLoad(
                workload.advisor(),
                new CaseCountLink(workload.active(), active),
                new CaseCountLink(workload.waiting(), WorkloadLinks.waiting(workload.advisor())),
                workload.oldestRequest().map(ages::since).orElse(""),
                new CaseCountLink(decided, decidedQueue));
    }

    private static List<CohortSummary> cohorts(
            List<CohortBreakdown> breakdown, QueueParameters queue, List<TrackLabel> tracks) {
        return breakdown.stream().collect(Collectors.groupingBy(CohortBreakdown::cohort)).entrySet().stream()
                .map(entry -> cohort(entry.getKey(), entry.getValue(), queue, tracks))
                .sorted(Comparator.comparing(
                                (CohortSummary cohort) -> -cohort.cases().count())
                        .thenComparing(CohortSummary::cohort))
                .toList();
    }

    private static CohortSummary cohort(
            String code, List<CohortBreakdown> groups, QueueParameters queue, List<TrackLabel> tracks) {
        var cases = queue.with(QueueParameters.COHORT, code);
        return new CohortSummary(
                code,
                count(groups, group -> true, cases),
                tracks.stream()
                        .map(track -> count(
                                groups,
                                group -> group.firstTrack().equals(track.code()),
                                cases.with(QueueParameters.FIRST, track.code())))
                        .toList(),
                count(
                        groups,
                        group -> group.outcome() != DecisionOutcome.NONE,
                        cases.with(QueueParameters.DECISION, DecisionFilter.ANY.toString())),
                count(
                        groups,
                        group -> group.outcome() == DecisionOutcome.OTHERWISE,
                        cases.with(QueueParameters.DECISION, DecisionFilter.OTHERWISE.toString())));
    }

    private static CaseCountLink count(
            List<CohortBreakdown> groups, Predicate<CohortBreakdown> isCounted, QueueParameters queue) {
        return new CaseCountLink(
                groups.stream()
                        .filter(isCounted)
                        .mapToLong(CohortBreakdown::caseCount)
                        .sum(),
                queue);
    }
}
