package dev.certpath.cases.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How an advisor decided on a case: a closed list. What each of them means stands in {@link CasePredicates}. */
public enum DecisionFilter {
    /** For the recommended first and second. */
    AGREED,
    /** For another first or second. */
    OTHERWISE,
    /** One way or the other. */
    ANY;

    /** Its public name, as in addresses. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that public name, if there is one. */
    public static Optional<DecisionFilter> of(String code) {
        return Arrays.stream(values())
                .filter(decided -> decided.toString().equals(code))
                .findFirst();
    }
}
