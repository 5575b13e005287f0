package dev.certpath.bench.core;

import dev.certpath.guide.Guide;
import dev.certpath.guide.Rule;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.kie.api.KieBase;
import org.kie.api.io.ResourceType;
import org.kie.api.runtime.StatelessKieSession;
import org.kie.internal.utils.KieHelper;

/**
 * The rules of a guide as rules of Drools, compiled once to an executable model and run in a stateless session. Drools'
 * sequential mode, or conditions on properties instead of a method, are slower.
 */
final class DroolsTotals implements TotalsCalculator {

    private final int tracks;
    private final StatelessKieSession session;

    DroolsTotals(Guide guide) {
        this.tracks = guide.tracks().size();
        this.session = compile(guide).newStatelessKieSession();
    }

    @Override
    public int[] totals(int[] chosen) {
        var student = new StudentFact(chosen, tracks);
        session.execute(student);
        return student.totals();
    }

    private static KieBase compile(Guide guide) {
        var rules = guide.rules().stream().map(DroolsTotals::toDrools).collect(Collectors.joining("\n"));
        var source = "package dev.certpath.bench.rules;\nimport " + StudentFact.class.getName() + ";\n" + rules;
        return new KieHelper().addContent(source, ResourceType.DRL).build(ExecutableModelProject.class);
    }

    private static String toDrools(Rule rule) {
        var options = RuleOptions.of(rule);
        var constraint = options.isAlways() ? "" : "chose(%d, %d)".formatted(options.question(), options.options());
        return """
                rule "%s" when
                    $student: StudentFact(%s)
                then
                    $student.addPoints(%d, %d);
                end
                """.formatted(rule.code(), constraint, rule.track().position(), rule.points());
    }
}
