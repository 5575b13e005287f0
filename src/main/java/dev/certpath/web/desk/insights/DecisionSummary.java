package dev.certpath.web.desk.insights;

import java.util.List;

/**
 * How advisors decided on the cases of a period.
 *
 * @param decided the number of cases with a decision
 * @param kinds the decisions that agree with the recommendation and those that differ from it
 * @param reasons the differing decisions by reason, most frequent first
 * @param rules for each rule that applied in a decided case, the part of these cases that was decided otherwise: first those
 *     that applied in enough cases, highest part first, then the others by their codes
 */
public record DecisionSummary(
        CaseCountLink decided, List<ChartBar> kinds, List<ChartBar> reasons, List<ChartBar> rules) {

    /** The decisions that differ from the recommendation. */
    public ChartBar overruled() {
        return kinds.get(kinds.size() - 1);
    }
}
