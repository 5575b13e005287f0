package dev.certpath.cases.statistics;

import dev.certpath.cases.DecisionOutcome;

/**
 * The number of cases of a cohort with the same first track and the same kind of decision.
 *
 * @param cohort where the students came from
 * @param firstTrack the code of the recommended first track
 * @param outcome how an advisor decided
 * @param caseCount the number of cases
 */
public record CohortBreakdown(String cohort, String firstTrack, DecisionOutcome outcome, long caseCount) {}
