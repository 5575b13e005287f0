package dev.certpath.cases.statistics;

import java.util.List;

/**
 * The numbers of cases of a period, read in one transaction.
 *
 * @param granularity the length of the buckets
 * @param buckets the number of opened cases for each bucket, in order; empty if an open-ended period has no cases
 * @param breakdown the number of cases for each combination of answers and result
 * @param decisions the number of decided cases for each kind of decision
 * @param advisors how long students wait, and who has how many cases
 */
public record CaseStatistics(
        TimeGranularity granularity,
        List<TimeBucket> buckets,
        List<CaseBreakdown> breakdown,
        List<DecisionBreakdown> decisions,
        AdvisorStatistics advisors) {

    /** The number of all cases of the period. */
    public long caseCount() {
        return breakdown.stream().mapToLong(CaseBreakdown::caseCount).sum();
    }
}
