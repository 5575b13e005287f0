package dev.certpath.editions.dryrun;

import dev.certpath.editions.dryrun.DryRun.ExamChange;
import dev.certpath.editions.dryrun.SavedCases.CasesOfDocument;
import dev.certpath.guide.Guide;
import dev.certpath.guide.Track;
import dev.certpath.recommend.Outcome;
import dev.certpath.recommend.OutcomeTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** Finds out whom a change of exams concerns, before it is saved. Tracks stay as they are; what changes is where they lead. */
@Service
public class ExamDryRunService {

    private final SavedCases savedCases;

    ExamDryRunService(SavedCases savedCases) {
        this.savedCases = savedCases;
    }

    /**
     * Compares the exams of the guide in force with changed ones.
     *
     * @param inForce the guide in force
     * @param changed the same edition with the changed exams
     * @param today the first day that counts
     * @return a line for each track and each time in which it leads to another exam; empty if only other facts change
     */
    public List<ExamEffect> compare(Guide inForce, Guide changed, LocalDate today) {
        var changes = ExamChanges.between(inForce, changed, today);
        if (changes.isEmpty()) {
            return List.of();
        }
        var outcomes = new OutcomeTable(inForce);
        var cases = new ArrayList<CasesOfDocument>();
        savedCases.forEachDocument(cases::add);
        return changes.stream().map(change -> effect(change, outcomes, cases)).toList();
    }

    private static ExamEffect effect(ExamChange change, OutcomeTable outcomes, List<CasesOfDocument> cases) {
        var told = cases.stream()
                .filter(document -> document.toldFirst().equals(change.track()))
                .toList();
        return new ExamEffect(
                change,
                outcomes.guide().findTrack(change.track()).map(Track::name).orElse(change.track()),
                count(outcomes, change.track(), Outcome::first),
                count(outcomes, change.track(), Outcome::second),
                told.stream().mapToLong(CasesOfDocument::all).sum(),
                told.stream().mapToLong(CasesOfDocument::open).sum());
    }

    private static long count(OutcomeTable outcomes, String track, Function<Outcome, String> place) {
        return outcomes.offered()
                .filter(combination ->
                        place.apply(outcomes.outcome(combination)).equals(track))
                .count();
    }
}
