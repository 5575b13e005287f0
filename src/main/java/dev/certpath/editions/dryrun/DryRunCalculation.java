package dev.certpath.editions.dryrun;

import dev.certpath.editions.dryrun.DryRun.UselessRule;
import dev.certpath.editions.dryrun.DryRunProgress.Step;
import dev.certpath.guide.Guide;
import dev.certpath.guide.Rule;
import dev.certpath.recommend.OutcomeTable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Calculates a dry run. */
final class DryRunCalculation {

    private final OutcomeTable before;
    private final OutcomeTable after;
    private final Instant now;
    private final Consumer<DryRunProgress> progress;

    /**
     * Prepares to compare two editions.
     *
     * @param before the edition in force
     * @param after the later edition
     * @param now the time of the comparison
     * @param progress gets the progress from time to time
     */
    DryRunCalculation(Guide before, Guide after, Instant now, Consumer<DryRunProgress> progress) {
        this.before = new OutcomeTable(before);
        this.after = new OutcomeTable(after);
        this.now = now;
        this.progress = progress;
    }

    /**
     * A dry run with the documents whose cases change.
     *
     * @param changedDocuments the number of the change in the dry run by the number of the document
     */
    record Calculated(DryRun dryRun, Map<Integer, Integer> changedDocuments) {}

    Calculated run(SavedCases savedCases) {
        var changes = new OutcomeChanges();
        var combinations = new CombinationComparison(before, after, changes);
        combinations.run(done -> progress.accept(new DryRunProgress(Step.COMBINATIONS, done, before.size())));
        var uselessRules = uselessRules();
        progress.accept(new DryRunProgress(Step.CASES, 0, 0));
        var cases = new CaseComparison(before, after, changes);
        savedCases.forEachDocument(cases::add);
        var dryRun = new DryRun(
                before.guide().edition(),
                now,
                CombinationComparison.tracks(before, after),
                combinations.counts(),
                cases.counts(),
                changes.listed(),
                changes.further(),
                combinations.wins(),
                combinations.answers(),
                uselessRules,
                ExamChanges.between(before.guide(), after.guide(), LocalDate.ofInstant(now, ZoneOffset.UTC)));
        return new Calculated(dryRun, changes.documents());
    }

    private List<UselessRule> uselessRules() {
        var rules = after.guide().rules();
        var useless = new ArrayList<UselessRule>();
        for (int index = 0; index < rules.size(); index++) {
            progress.accept(new DryRunProgress(Step.RULES, index, rules.size()));
            var rule = rules.get(index);
            if (!after.matters(rule)) {
                useless.add(new UselessRule(rule.code(), isUselessBefore(rule)));
            }
        }
        return List.copyOf(useless);
    }

    private boolean isUselessBefore(Rule rule) {
        return before.guide().rules().stream()
                .filter(earlier -> earlier.code().equals(rule.code()))
                .anyMatch(earlier -> !before.matters(earlier));
    }
}
