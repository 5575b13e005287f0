package dev.certpath.cases.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Selects cases by an advisor's decision. {@link CasePredicates} defines the condition of each value. */
public enum DecisionFilter {
    /** The decision equals the recommendation. */
    AGREED,
    /** The decision differs from the recommendation in the first or second track. */
    OTHERWISE,
    /** There is a decision. */
    ANY;

    /** The code used in URLs. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Finds a value by its code. */
    public static Optional<DecisionFilter> of(String code) {
        return Arrays.stream(values())
                .filter(decision -> decision.toString().equals(code))
                .findFirst();
    }
}
