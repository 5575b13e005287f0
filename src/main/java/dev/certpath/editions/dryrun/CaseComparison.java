package dev.certpath.editions.dryrun;

import dev.certpath.editions.dryrun.DryRun.CaseCounts;
import dev.certpath.editions.dryrun.SavedCases.CasesOfDocument;
import dev.certpath.recommend.Outcome;
import dev.certpath.recommend.OutcomeTable;
import java.util.Optional;

/**
 * Compares what two editions recommend for the answers of saved cases. What was saved does not change and does not count:
 * a case that the edition in force evaluates otherwise than the one that it was saved with is no change of the later one.
 */
final class CaseComparison {

    private final OutcomeTable before;
    private final OutcomeTable after;
    private final OutcomeChanges changes;
    private long all;
    private long open;
    private long changed;
    private long changedOpen;
    private long notComparable;

    CaseComparison(OutcomeTable before, OutcomeTable after, OutcomeChanges changes) {
        this.before = before;
        this.after = after;
        this.changes = changes;
    }

    void add(CasesOfDocument cases) {
        all += cases.all();
        open += cases.open();
        var earlier = outcome(before, cases);
        var later = outcome(after, cases);
        if (earlier.isEmpty() || later.isEmpty()) {
            notComparable += cases.all();
        } else if (!earlier.get().hasSameTracksAs(later.get())) {
            changed += cases.all();
            changedOpen += cases.open();
            changes.addCases(earlier.get(), later.get(), cases);
        }
    }

    CaseCounts counts() {
        return new CaseCounts(all, open, changed, changedOpen, notComparable);
    }

    private static Optional<Outcome> outcome(OutcomeTable table, CasesOfDocument cases) {
        var combination = table.find(cases.answers());
        return combination.isPresent() ? Optional.of(table.outcome(combination.getAsInt())) : Optional.empty();
    }
}
