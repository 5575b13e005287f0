package dev.certpath.editions.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.cases.search.CaseFilter;
import dev.certpath.cases.search.CaseQuery;
import dev.certpath.cases.search.CaseRow;
import dev.certpath.cases.search.CaseSearch;
import dev.certpath.cases.search.CaseSortOrder;
import dev.certpath.cases.search.ExpectedCase;
import dev.certpath.cases.search.GeneratedCases;
import dev.certpath.editions.CurrentGuide;
import dev.certpath.editions.dryrun.DryRun.OutcomeChange;
import dev.certpath.guide.Answers;
import dev.certpath.guide.Guide;
import dev.certpath.guide.GuideYaml;
import dev.certpath.guide.InvalidAnswersException;
import dev.certpath.recommend.OutcomeTable;
import dev.certpath.recommend.Recommendation;
import dev.certpath.recommend.Recommendation.Firmness;
import dev.certpath.recommend.Recommender;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.TestApplication;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Compares dry runs of random drafts with recommendations for every combination of answers and for every one of many random
 * cases, one by one.
 */
@OnEveryDatabase
class DryRunReferenceIT {

    private static final int DRAFTS = 3;

    private final TestApplication application = GeneratedCases.application();
    private final Guide inForce = application.bean(CurrentGuide.class).guide();
    private final DryRunService service = application.bean(DryRunService.class);

    private record Change(TrackSequence before, TrackSequence after) {}

    @Test
    void findsWhatRecommendationsOneByOneFind() {
        var random = new Random(GeneratedCases.SEED);
        long changed = 0;
        for (int number = 0; number < DRAFTS; number++) {
            var yaml = randomDraft(random);
            var stored = run(yaml, yaml.read());
            assertCombinations(yaml, stored.dryRun());
            assertCases(yaml, stored);
            changed += stored.dryRun().combinations().changed();
        }
        assertThat(changed)
                .as("combinations that changed, seed %d", GeneratedCases.SEED)
                .isPositive();
    }

    @Test
    void findsNothingForTheSameRules() {
        var same = GuideYaml.published();
        var dryRun = run(same, same.read()).dryRun();
        assertThat(dryRun.changesNothing()).isTrue();
        assertThat(dryRun.cases()).isEqualTo(new DryRun.CaseCounts(GeneratedCases.CASES.size(), countOpen(), 0, 0, 0));
        assertThat(dryRun.changes()).isEmpty();
    }

    private StoredDryRun run(GuideYaml yaml, Guide draft) {
        var calculated = new DryRunCalculation(
                        inForce, draft, application.bean(Clock.class).instant(), progress -> {})
                .run(application.bean(SavedCases.class));
        var request = new DryRunRequest(yaml.edition(), draft, inForce, 0);
        long id = application
                .bean(DryRunRepository.class)
                .insert(request.key(), calculated.dryRun(), calculated.changedDocuments());
        var stored = service.find(id).orElseThrow();
        assertThat(stored.dryRun()).as("as it was stored").isEqualTo(calculated.dryRun());
        return stored;
    }

    private void assertCombinations(GuideYaml yaml, DryRun dryRun) {
        var draft = yaml.read();
        var before = new Recommender(inForce);
        var after = new Recommender(draft);
        var space = new OutcomeTable(inForce);
        var changes = new HashMap<Change, Long>();
        long compared = 0;
        long removed = 0;
        var firmness = new HashMap<Firmness.Level, Long>();
        for (int combination = 0; combination < space.size(); combination++) {
            var answers = space.answers(combination);
            var earlier = before.recommend(answers, TestApplication.TODAY);
            var later = recommend(after, draft, answers.codes(), true);
            if (later.isEmpty()) {
                removed++;
                continue;
            }
            compared++;
            firmness.merge(later.get().firmness().level(), 1L, Long::sum);
            var change = new Change(sequence(earlier), sequence(later.get()));
            if (!change.before().equals(change.after())) {
                changes.merge(change, 1L, Long::sum);
            }
        }
        assertThat(combinations(dryRun)).as(yaml.edition()).isEqualTo(changes);
        assertThat(dryRun.combinations().compared()).isEqualTo(compared);
        assertThat(dryRun.combinations().removed()).isEqualTo(removed).isPositive();
        assertThat(dryRun.combinations().added()).isZero();
        assertThat(dryRun.combinations().changed()).isEqualTo(sum(changes));
        assertThat(dryRun.combinations().after().tie()).isEqualTo(firmness.getOrDefault(Firmness.Level.TIE, 0L));
        assertThat(dryRun.combinations().after().close()).isEqualTo(firmness.getOrDefault(Firmness.Level.CLOSE, 0L));
        assertExamples(dryRun, before, after, draft);
    }

    private void assertExamples(DryRun dryRun, Recommender before, Recommender after, Guide draft) {
        for (OutcomeChange change : dryRun.changes()) {
            for (var answers : change.examples()) {
                assertThat(sequence(before.recommend(Answers.parse(inForce, answers), TestApplication.TODAY)))
                        .isEqualTo(change.before());
                assertThat(sequence(after.recommend(Answers.parse(draft, answers), TestApplication.TODAY)))
                        .isEqualTo(change.after());
            }
        }
    }

    private void assertCases(GuideYaml yaml, StoredDryRun stored) {
        var draft = yaml.read();
        var before = new Recommender(inForce);
        var after = new Recommender(draft);
        var references = new HashMap<Change, Set<String>>();
        long open = 0;
        long notComparable = 0;
        for (ExpectedCase expected : GeneratedCases.CASES) {
            var earlier = recommend(before, inForce, codes(expected), false).orElseThrow();
            var later = recommend(after, draft, codes(expected), false);
            if (later.isEmpty()) {
                notComparable++;
                continue;
            }
            var change = new Change(sequence(earlier), sequence(later.get()));
            if (!change.before().equals(change.after())) {
                references.computeIfAbsent(change, key -> new HashSet<>()).add(expected.reference());
                open += expected.isOpen() ? 1 : 0;
            }
        }
        var dryRun = stored.dryRun();
        long changed = references.values().stream().mapToLong(Set::size).sum();
        assertThat(dryRun.cases())
                .as(yaml.edition())
                .isEqualTo(
                        new DryRun.CaseCounts(GeneratedCases.CASES.size(), countOpen(), changed, open, notComparable));
        for (OutcomeChange change : dryRun.changes()) {
            var expected = references.getOrDefault(new Change(change.before(), change.after()), Set.of());
            assertThat(change.cases()).isEqualTo(expected.size());
            assertThat(inQueue(new ChangeReference(stored.id(), Optional.of(change.number()))))
                    .isEqualTo(expected);
        }
        assertThat(inQueue(new ChangeReference(stored.id(), Optional.empty()))).hasSize((int) changed);
    }

    private Set<String> inQueue(ChangeReference reference) {
        var filter = CaseFilter.builder().dryRunChange(Optional.of(reference)).build();
        var found = new HashSet<String>();
        application
                .bean(CaseSearch.class)
                .forEach(
                        new CaseQuery(filter, CaseSortOrder.NEWEST, Optional.empty(), 50),
                        (CaseRow row) -> found.add(row.reference()));
        return found;
    }

    /** The recommendation; empty if the draft lacks an answer, or no longer offers one that must be offered. */
    private static Optional<Recommendation> recommend(
            Recommender recommender, Guide guide, Map<String, List<String>> codes, boolean offered) {
        try {
            var answers = Answers.parse(guide, codes);
            return offered && answers.all().stream().anyMatch(answer -> !answer.isOffered())
                    ? Optional.empty()
                    : Optional.of(recommender.recommend(answers, TestApplication.TODAY));
        } catch (InvalidAnswersException lackingOption) {
            return Optional.empty();
        }
    }

    /** The answers of a case as its document has them. */
    private static Map<String, List<String>> codes(ExpectedCase expected) {
        var codes = new HashMap<>(expected.answers());
        codes.computeIfPresent("employerCloud", (question, given) -> given.isEmpty() ? List.of("") : given);
        return codes;
    }

    private static Map<Change, Long> combinations(DryRun dryRun) {
        var counts = new HashMap<Change, Long>();
        dryRun.changes().stream()
                .filter(change -> change.combinations() > 0)
                .forEach(change -> counts.put(new Change(change.before(), change.after()), change.combinations()));
        return counts;
    }

    private static TrackSequence sequence(Recommendation recommendation) {
        return new TrackSequence(
                recommendation.first().track(), recommendation.second().track());
    }

    private static long countOpen() {
        return GeneratedCases.CASES.stream().filter(ExpectedCase::isOpen).count();
    }

    private static long sum(Map<Change, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The published edition with other points for some rules, other limits, and an option retired or removed. */
    private static GuideYaml randomDraft(Random random) {
        var edition = GuideYaml.published().edition();
        var rules = new ArrayList<>(GuideYaml.published().read().rules());
        for (int index : IntStream.range(0, 4)
                .map(change -> random.nextInt(rules.size()))
                .toArray()) {
            edition = edition.replaceFirst(
                    "(rule: " + rules.get(index).code() + "\n +track: \\S+\n +points: )\\d+",
                    "$1" + (1 + random.nextInt(9)));
        }
        edition = edition.replaceFirst("outweighs: \\d+", "outweighs: " + (1 + random.nextInt(8)))
                .replaceFirst("close-call: \\d+", "close-call: " + (1 + random.nextInt(5)));
        var option = List.of("energy", "media", "education").get(random.nextInt(3));
        edition = random.nextBoolean()
                ? edition.replaceFirst("option: " + option + ",", "option: " + option + ", retired: true,")
                : edition.replaceFirst(" +- \\{ option: " + option + ",.*\n", "");
        return new GuideYaml(edition, GuideYaml.published().exams());
    }
}
