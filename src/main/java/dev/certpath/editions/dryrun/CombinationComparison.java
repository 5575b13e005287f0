package dev.certpath.editions.dryrun;

import dev.certpath.editions.dryrun.DryRun.AnswerCounts;
import dev.certpath.editions.dryrun.DryRun.CombinationCounts;
import dev.certpath.editions.dryrun.DryRun.FirmnessCounts;
import dev.certpath.editions.dryrun.DryRun.TrackWins;
import dev.certpath.guide.Answer;
import dev.certpath.guide.Answers;
import dev.certpath.guide.Question;
import dev.certpath.recommend.Outcome;
import dev.certpath.recommend.OutcomeTable;
import dev.certpath.recommend.Recommendation.Firmness;
import dev.certpath.recommend.Recommendation.TrackName;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** Compares what two editions recommend for every combination of answers that students can give. */
final class CombinationComparison {

    private record AnswerLabel(String question, String answer) {}

    private static final class Counts {
        private long compared;
        private long changed;
    }

    private final OutcomeTable before;
    private final OutcomeTable after;
    private final OutcomeChanges changes;
    private final Map<AnswerLabel, Counts> answers = new LinkedHashMap<>();
    private final BitSet reached = new BitSet();
    private long compared;
    private long changed;
    private long changedFirst;
    private long removed;

    CombinationComparison(OutcomeTable before, OutcomeTable after, OutcomeChanges changes) {
        this.before = before;
        this.after = after;
        this.changes = changes;
        before.guide().questions().stream()
                .flatMap(question -> labels(question).stream())
                .forEach(label -> answers.put(label, new Counts()));
    }

    /** Compares all combinations; the consumer gets the number of those that are done from time to time. */
    void run(IntConsumer progress) {
        for (int combination = 0; combination < before.size(); combination++) {
            if (combination % 1000 == 0) {
                progress.accept(combination);
            }
            if (before.isOffered(combination)) {
                compare(combination);
            }
        }
    }

    CombinationCounts counts() {
        long added =
                after.offered().filter(combination -> !reached.get(combination)).count();
        return new CombinationCounts(
                compared, changed, changedFirst, added, removed, firmness(before), firmness(after));
    }

    List<TrackWins> wins() {
        return tracks(before, after).stream()
                .map(track -> new TrackWins(track.code(), countWins(before, track), countWins(after, track)))
                .toList();
    }

    List<AnswerCounts> answers() {
        return answers.entrySet().stream()
                .map(entry -> new AnswerCounts(
                        entry.getKey().question(),
                        entry.getKey().answer(),
                        entry.getValue().compared,
                        entry.getValue().changed))
                .toList();
    }

    /** The tracks of both editions, each once. */
    static List<TrackName> tracks(OutcomeTable before, OutcomeTable after) {
        var tracks = new LinkedHashMap<String, TrackName>();
        for (var table : List.of(after, before)) {
            table.guide()
                    .tracks()
                    .forEach(track ->
                            tracks.putIfAbsent(track.code(), new TrackName(track.code(), track.name(), track.mark())));
        }
        return List.copyOf(tracks.values());
    }

    private void compare(int combination) {
        var later = before.findOfferedIn(after, combination);
        if (later.isEmpty()) {
            removed++;
            return;
        }
        reached.set(later.getAsInt());
        var earlierOutcome = before.outcome(combination);
        var laterOutcome = after.outcome(later.getAsInt());
        boolean same = earlierOutcome.hasSameTracksAs(laterOutcome);
        var given = before.answers(combination);
        compared++;
        count(given, !same);
        if (!same) {
            countChange(earlierOutcome, laterOutcome, given);
        }
    }

    private void countChange(Outcome earlier, Outcome later, Answers given) {
        changed++;
        changedFirst += earlier.first().equals(later.first()) ? 0 : 1;
        changes.addCombination(earlier, later, given.codes());
    }

    private void count(Answers given, boolean isChanged) {
        for (Answer answer : given.all()) {
            for (AnswerLabel label : labels(answer)) {
                var counts = answers.computeIfAbsent(label, missing -> new Counts());
                counts.compared++;
                counts.changed += isChanged ? 1 : 0;
            }
        }
    }

    /** The labels of the options that can be given, and of "I do not know". */
    private static List<AnswerLabel> labels(Question question) {
        var labels = new ArrayList<AnswerLabel>();
        question.offeredOptions().forEach(option -> labels.add(label(question, option.label())));
        var unknown = question.unknown();
        if (unknown != null) {
            labels.add(label(question, unknown.label()));
        }
        return labels;
    }

    private static List<AnswerLabel> labels(Answer answer) {
        var question = answer.question();
        var unknown = question.unknown();
        return answer.isKnown() || unknown == null
                ? answer.options().stream()
                        .map(option -> label(question, option.label()))
                        .toList()
                : List.of(label(question, unknown.label()));
    }

    private static AnswerLabel label(Question question, String answer) {
        return new AnswerLabel(question.texts().label(), answer);
    }

    private static FirmnessCounts firmness(OutcomeTable table) {
        return new FirmnessCounts(
                count(table, Firmness.Level.TIE),
                count(table, Firmness.Level.CLOSE),
                count(table, Firmness.Level.CLEAR));
    }

    private static long count(OutcomeTable table, Firmness.Level level) {
        return table.offered()
                .filter(combination -> table.outcome(combination).level() == level)
                .count();
    }

    private static long countWins(OutcomeTable table, TrackName track) {
        return table.offered()
                .filter(combination -> table.outcome(combination).first().equals(track.code()))
                .count();
    }
}
