package dev.certpath.cases.statistics;

import java.util.List;

/**
 * The number of cases with the same kind of decision.
 *
 * @param overruled whether the decision differs from the recommendation
 * @param reason the code of the reason; empty if none was given
 * @param rules the codes of the rules that applied
 * @param caseCount the number of cases
 */
public record DecisionBreakdown(boolean overruled, String reason, List<String> rules, long caseCount) {}
