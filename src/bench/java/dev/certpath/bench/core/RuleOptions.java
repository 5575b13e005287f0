package dev.certpath.bench.core;

import dev.certpath.guide.Condition;
import dev.certpath.guide.Rule;

/**
 * The condition of a rule as numbers.
 *
 * @param question the position of the question; -1 if the rule always applies
 * @param options the options of which at least one must be chosen, as bits
 */
record RuleOptions(int question, int options) {

    private static final int ALWAYS = -1;

    static RuleOptions of(Rule rule) {
        if (rule.condition() instanceof Condition.AnyOptionChosen condition) {
            int options = condition.options().stream()
                    .mapToInt(option -> 1 << option.position())
                    .sum();
            return new RuleOptions(condition.question().position(), options);
        }
        return new RuleOptions(ALWAYS, 0);
    }

    boolean isAlways() {
        return question == ALWAYS;
    }
}
