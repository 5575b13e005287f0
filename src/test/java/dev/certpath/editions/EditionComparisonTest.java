package dev.certpath.editions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.editions.EditionComparison.Change;
import dev.certpath.editions.EditionComparison.FieldDifference;
import dev.certpath.editions.EditionComparison.Kind;
import dev.certpath.editions.EditionComparison.PartDifference;
import dev.certpath.guide.GuideYaml;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What differs between two editions. */
class EditionComparisonTest {

    private static final GuideYaml PUBLISHED = GuideYaml.published();

    @Test
    void nothingDiffersFromTheSameEdition() {
        assertThat(differences(PUBLISHED)).isEmpty();
        assertThat(differences(PUBLISHED.inEdition("edition: 2", "# A comment\nedition: 9")))
                .isEmpty();
    }

    @Test
    void namesTheFieldThatDiffers() {
        assertThat(differences(PUBLISHED
                        .inEdition("track: aws\n    points: 1", "track: aws\n    points: 3")
                        .inEdition("label: Energy,", "label: Power,")
                        .inEdition("close-call: 3", "close-call: 2")))
                .containsExactly(
                        changed(Kind.SETTINGS, "", "close-call", "3", "2"),
                        changed(Kind.OPTION, "target-industry: energy", "label", "Energy", "Power"),
                        changed(Kind.RULE, "aws-demand", "points", "1", "3"));
    }

    @Test
    void hasEveryFieldOfWhatIsNewOrRemoved() {
        var added = differences(GuideYaml.withFourTracks());
        assertThat(added)
                .filteredOn(part -> part.change() == Change.ADDED)
                .extracting(PartDifference::kind)
                .containsExactly(Kind.TRACK, Kind.RULE);
        assertThat(added)
                .filteredOn(part -> part.change() == Change.ADDED)
                .flatExtracting(PartDifference::fields)
                .allMatch(field -> field.before().isEmpty() && !field.after().isEmpty());
        var removed = EditionComparison.of(GuideYaml.withFourTracks().read(), PUBLISHED.read())
                .differences();
        assertThat(removed).hasSameSizeAs(added);
        assertThat(removed)
                .filteredOn(part -> part.change() == Change.REMOVED)
                .extracting(PartDifference::kind)
                .containsExactly(Kind.TRACK, Kind.RULE);
    }

    private static List<PartDifference> differences(GuideYaml changed) {
        return EditionComparison.of(PUBLISHED.read(), changed.read()).differences();
    }

    private static PartDifference changed(Kind kind, String code, String field, String before, String after) {
        return new PartDifference(kind, code, Change.CHANGED, List.of(new FieldDifference(field, before, after)));
    }
}
