package dev.certpath.bench.core;

import dev.certpath.guide.Guide;
import org.jeasy.rules.api.Condition;
import org.jeasy.rules.api.Facts;
import org.jeasy.rules.api.Rule;
import org.jeasy.rules.api.Rules;
import org.jeasy.rules.core.DefaultRulesEngine;
import org.jeasy.rules.core.RuleBuilder;

/** The rules of a guide as rules of Easy Rules. */
final class EasyRulesTotals implements TotalsCalculator {

    private static final String STUDENT = "student";

    private final int tracks;
    private final Rules rules = new Rules();
    private final DefaultRulesEngine engine = new DefaultRulesEngine();

    EasyRulesTotals(Guide guide) {
        this.tracks = guide.tracks().size();
        guide.rules().stream().map(EasyRulesTotals::toEasyRules).forEach(rules::register);
    }

    @Override
    public int[] totals(int[] chosen) {
        var student = new StudentFact(chosen, tracks);
        var facts = new Facts();
        facts.put(STUDENT, student);
        engine.fire(rules, facts);
        return student.totals();
    }

    private static Rule toEasyRules(dev.certpath.guide.Rule rule) {
        int track = rule.track().position();
        int points = rule.points();
        return new RuleBuilder()
                .name(rule.code())
                .when(toCondition(RuleOptions.of(rule)))
                .then(facts -> student(facts).addPoints(track, points))
                .build();
    }

    private static Condition toCondition(RuleOptions options) {
        return options.isAlways()
                ? Condition.TRUE
                : facts -> student(facts).chose(options.question(), options.options());
    }

    private static StudentFact student(Facts facts) {
        return facts.get(STUDENT);
    }
}
