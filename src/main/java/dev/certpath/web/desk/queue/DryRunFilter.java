package dev.certpath.web.desk.queue;

import dev.certpath.editions.dryrun.ChangeReference;
import dev.certpath.editions.dryrun.DryRun;
import dev.certpath.editions.dryrun.DryRun.OutcomeChange;
import dev.certpath.editions.dryrun.DryRunService;
import dev.certpath.editions.dryrun.StoredDryRun;
import dev.certpath.web.desk.DeskMessages;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Validates and describes the filter by what a dry run of an edition changes. */
@Component
class DryRunFilter {

    private final DryRunService dryRuns;
    private final DeskMessages messages;

    DryRunFilter(DryRunService dryRuns, DeskMessages messages) {
        this.dryRuns = dryRuns;
        this.messages = messages;
    }

    /** Whether a value of the filter names a dry run. */
    boolean isValid(String value) {
        return ChangeReference.parse(value)
                .flatMap(reference -> dryRuns.find(reference.dryRun()))
                .isPresent();
    }

    /** The change that a valid value of the filter selects, as text. */
    String describe(String value) {
        return ChangeReference.parse(value)
                .flatMap(reference -> dryRuns.find(reference.dryRun())
                        .map(StoredDryRun::dryRun)
                        .map(dryRun -> describe(dryRun, reference)))
                .orElse(value);
    }

    private String describe(DryRun dryRun, ChangeReference reference) {
        if (reference.change().isEmpty()) {
            return messages.text("queue.change.any");
        }
        return findChange(dryRun, reference.change().get())
                .map(change -> messages.text(
                        "queue.change.tracks",
                        dryRun.trackName(change.before().first()),
                        dryRun.trackName(change.before().second()),
                        dryRun.trackName(change.after().first()),
                        dryRun.trackName(change.after().second())))
                .orElseGet(() -> messages.text("queue.change.further"));
    }

    private static Optional<OutcomeChange> findChange(DryRun dryRun, int number) {
        return dryRun.changes().stream()
                .filter(change -> change.number() == number)
                .findFirst();
    }
}
