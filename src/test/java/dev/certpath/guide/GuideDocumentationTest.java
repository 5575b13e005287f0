package dev.certpath.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that docs/guide.md is true: its YAML is what other tests start the application with. */
class GuideDocumentationTest {

    private static final Path DOCUMENT = Path.of("docs/guide.md");

    @ParameterizedTest
    @ValueSource(
            strings = {"fifth-question", "fifth-question-rule", "fourth-track", "fourth-track-rule", "fourth-track-exam"
            })
    void examplesAreThoseThatTheApplicationIsTestedWith(String example) throws IOException {
        var yaml = Files.readString(Path.of("src/test/resources/guides/" + example + ".yaml"));
        assertThat(DOCUMENT).content().contains("```yaml\n" + yaml.stripTrailing() + "\n   ```");
    }

    @Test
    void examplesAreValid() {
        assertThat(GuideYaml.withFiveQuestions().violations()).isEmpty();
        assertThat(GuideYaml.withFourTracks().violations()).isEmpty();
    }

    @Test
    void namesEveryColour() {
        assertThat(Arrays.stream(TrackColour.values()).map(colour -> "`" + colour + "`"))
                .allSatisfy(colour -> assertThat(DOCUMENT).content().contains(colour));
    }
}
