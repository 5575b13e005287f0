package dev.certpath.editions.dryrun;

import dev.certpath.editions.dryrun.DryRun.FurtherChanges;
import dev.certpath.editions.dryrun.DryRun.OutcomeChange;
import dev.certpath.recommend.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;

/** Collects the combinations and cases that get other tracks, by what these were and what they become. */
final class OutcomeChanges {

    /** More than three tracks can have; with more tracks, the rarest changes are summed up. */
    static final int MAX_LISTED = 60;

    private static final int MAX_EXAMPLES = 2;

    private record Change(TrackSequence before, TrackSequence after) {

        boolean changesFirst() {
            return !before.first().equals(after.first());
        }
    }

    /** Orders examples: those with the fewest options first, because they are the plainest. */
    private record ExampleKey(int options, long place) implements Comparable<ExampleKey> {

        private static final Comparator<ExampleKey> ORDER =
                Comparator.comparingInt(ExampleKey::options).thenComparingLong(ExampleKey::place);

        @Override
        public int compareTo(ExampleKey other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Counts {
        private long combinations;
        private long cases;
        private long openCases;
        private final TreeMap<ExampleKey, Map<String, List<String>>> examples = new TreeMap<>();
        private final List<Integer> documents = new ArrayList<>();
    }

    private static final Comparator<Entry<Change, Counts>> ORDER = Comparator.<Entry<Change, Counts>, Boolean>comparing(
                    entry -> !entry.getKey().changesFirst())
            .thenComparing(entry -> -entry.getValue().combinations)
            .thenComparing(entry -> -entry.getValue().cases)
            .thenComparing(entry -> entry.getKey().toString());

    private final Map<Change, Counts> counts = new HashMap<>();

    void addCombination(Outcome before, Outcome after, Map<String, List<String>> answers) {
        var change = counts(before, after);
        change.combinations++;
        int options = answers.values().stream().mapToInt(List::size).sum();
        change.examples.put(new ExampleKey(options, change.combinations), answers);
        if (change.examples.size() > MAX_EXAMPLES) {
            change.examples.pollLastEntry();
        }
    }

    void addCases(Outcome before, Outcome after, SavedCases.CasesOfDocument cases) {
        var change = counts(before, after);
        change.cases += cases.all();
        change.openCases += cases.open();
        change.documents.add(cases.document());
    }

    List<OutcomeChange> listed() {
        var changes = new ArrayList<OutcomeChange>();
        for (var entry : sorted().stream().limit(MAX_LISTED).toList()) {
            var sum = entry.getValue();
            changes.add(new OutcomeChange(
                    changes.size(),
                    entry.getKey().before(),
                    entry.getKey().after(),
                    sum.combinations,
                    sum.cases,
                    sum.openCases,
                    List.copyOf(sum.examples.values())));
        }
        return List.copyOf(changes);
    }

    FurtherChanges further() {
        var further = sorted().stream().skip(MAX_LISTED).map(Entry::getValue).toList();
        return new FurtherChanges(
                further.size(),
                further.stream().mapToLong(sum -> sum.combinations).sum(),
                further.stream().mapToLong(sum -> sum.cases).sum(),
                further.stream().mapToLong(sum -> sum.openCases).sum());
    }

    /** The documents whose cases change, each with the number of its change; those of further changes have the next number. */
    Map<Integer, Integer> documents() {
        var documents = new HashMap<Integer, Integer>();
        var sorted = sorted();
        for (int place = 0; place < sorted.size(); place++) {
            int number = Math.min(place, MAX_LISTED);
            sorted.get(place).getValue().documents.forEach(document -> documents.put(document, number));
        }
        return documents;
    }

    private List<Entry<Change, Counts>> sorted() {
        return counts.entrySet().stream().sorted(ORDER).toList();
    }

    private Counts counts(Outcome before, Outcome after) {
        return counts.computeIfAbsent(
                new Change(TrackSequence.of(before), TrackSequence.of(after)), change -> new Counts());
    }
}
