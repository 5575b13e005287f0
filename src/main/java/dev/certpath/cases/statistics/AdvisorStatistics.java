package dev.certpath.cases.statistics;

import java.util.List;
import java.util.Map;

/**
 * How long students wait, and who has how many cases.
 *
 * @param waiting the students who wait now, since they asked
 * @param answered the students who were first answered in the period, until then
 * @param workloads the open cases of each advisor, and of nobody
 * @param decided the number of decided cases of the period, by the username of the advisor who has them; empty for nobody
 * @param cohorts the cases of the period by cohort, only of the cohorts with most cases
 * @param cohortCount the number of all cohorts of the period, counted up to one more than are listed
 */
public record AdvisorStatistics(
        WaitingTimes waiting,
        WaitingTimes answered,
        List<AdvisorWorkload> workloads,
        Map<String, Long> decided,
        List<CohortBreakdown> cohorts,
        long cohortCount) {}
