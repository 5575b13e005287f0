package dev.certpath.cases;

/** How an advisor's decision relates to the recommendation. */
public enum DecisionOutcome {
    /** There is no decision. */
    NONE,
    /** Both tracks are the recommended ones. */
    AGREED,
    /** The first or the second track differs from the recommended one. */
    OTHERWISE;

    static DecisionOutcome of(AdvisorDecision decision, String recommendedFirst, String recommendedSecond) {
        boolean agrees =
                decision.first().equals(recommendedFirst) && decision.second().equals(recommendedSecond);
        return agrees ? AGREED : OTHERWISE;
    }
}
