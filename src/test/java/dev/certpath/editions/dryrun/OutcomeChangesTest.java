package dev.certpath.editions.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.editions.dryrun.DryRun.FurtherChanges;
import dev.certpath.editions.dryrun.DryRun.OutcomeChange;
import dev.certpath.editions.dryrun.SavedCases.CasesOfDocument;
import dev.certpath.recommend.Outcome;
import dev.certpath.recommend.Recommendation.Firmness;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Changes are listed in an order that does not depend on that of combinations and cases, and rare ones are summed up. */
class OutcomeChangesTest {

    private final OutcomeChanges changes = new OutcomeChanges();

    @Test
    void listsAnotherFirstTrackBeforeAnotherSecondAndThenTheMostFrequent() {
        addCombinations("a b", "a c", 9);
        addCombinations("a b", "b a", 2);
        addCombinations("a c", "c a", 3);
        assertThat(changes.listed().stream().map(OutcomeChange::combinations)).containsExactly(3L, 2L, 9L);
        assertThat(changes.listed().stream().map(OutcomeChange::changesFirst)).containsExactly(true, true, false);
        assertThat(changes.listed().stream().map(OutcomeChange::number)).containsExactly(0, 1, 2);
        assertThat(changes.further()).isEqualTo(new FurtherChanges(0, 0, 0, 0));
    }

    @Test
    void sumsUpTheRarestOfTooMany() {
        int many = OutcomeChanges.MAX_LISTED + 2;
        for (int number = 0; number < many; number++) {
            addCombinations("a b", "c" + number + " a", many - number);
            changes.addCases(outcome("a b"), outcome("c" + number + " a"), cases(number, 3, 1));
        }
        assertThat(changes.listed()).hasSize(OutcomeChanges.MAX_LISTED);
        assertThat(changes.further()).isEqualTo(new FurtherChanges(2, 2 + 1, 6, 2));
        assertThat(changes.documents())
                .hasSize(many)
                .containsEntry(0, 0)
                .containsEntry(OutcomeChanges.MAX_LISTED - 1, OutcomeChanges.MAX_LISTED - 1)
                .containsEntry(many - 2, OutcomeChanges.MAX_LISTED)
                .containsEntry(many - 1, OutcomeChanges.MAX_LISTED);
    }

    @Test
    void showsThePlainestExamples() {
        var plain = Map.of("q", List.of("1"));
        var rich = Map.of("q", List.of("1", "2", "3"));
        var medium = Map.of("q", List.of("1", "2"));
        List.of(rich, medium, plain)
                .forEach(answers -> changes.addCombination(outcome("a b"), outcome("b a"), answers));
        assertThat(changes.listed().get(0).examples()).containsExactly(plain, medium);
    }

    @Test
    void countsCasesOfChangesThatNoCombinationHas() {
        changes.addCases(outcome("a b"), outcome("b a"), cases(7, 5, 2));
        changes.addCases(outcome("a b"), outcome("b a"), cases(8, 1, 0));
        assertThat(changes.listed()).singleElement().satisfies(change -> {
            assertThat(change.combinations()).isZero();
            assertThat(change.cases()).isEqualTo(6);
            assertThat(change.openCases()).isEqualTo(2);
        });
        assertThat(changes.documents()).containsOnly(Map.entry(7, 0), Map.entry(8, 0));
    }

    private void addCombinations(String before, String after, int count) {
        for (int number = 0; number < count; number++) {
            changes.addCombination(outcome(before), outcome(after), Map.of());
        }
    }

    private static CasesOfDocument cases(int document, long all, long open) {
        return new CasesOfDocument(document, "a", Map.of(), all, open);
    }

    private static Outcome outcome(String tracks) {
        var codes = tracks.split(" ");
        return new Outcome(codes[0], codes[1], Firmness.Level.CLEAR);
    }
}
