package dev.certpath.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certpath.testsupport.TestApplication;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Tests starting the application with a guide file from outside. */
@ExtendWith(OutputCaptureExtension.class)
class GuideFileConfigurationTest {

    private static final String INDUSTRY = "      - { option: media, label: Media, phrase: media }\n";
    private static final String RULES = "\nrules:\n";

    @TempDir
    private Path folder;

    @Test
    void offersAndScoresAnIndustryAddedInYaml() throws IOException {
        var guide = write(edition()
                .replace(INDUSTRY, INDUSTRY + "      - { option: mining, label: Mining, phrase: mining }\n")
                .replace(RULES, RULES + """
                                  - rule: google-mining
                                    track: google
                                    points: 5
                                    when: { target-industry: [mining] }
                                    says: Mining companies use Google Cloud for geological data.
                                    basis: Our decision
                                    note: The published guide does not cover mining.
                                """));
        try (var application = start(guide)) {
            application
                    .student()
                    .opens("/questionnaire/target-industry?employerCloud=none&roleFocus=other&mlBackground=expert")
                    .answers("Mining")
                    .presses("Get my recommendation")
                    .seesHeading("Start with Google Machine Learning Engineer")
                    .sees("A clear result: 4 points ahead.", "You target mining");
            var preview = application.api().posts("/api/v1/preview", """
                            {"employerCloud":["none"],"targetIndustry":"mining","roleFocus":"other",
                             "mlBackground":"expert"}""").json();
            assertThat(preview.at("/ranking/0/track").stringValue()).isEqualTo("google");
            assertThat(preview.at("/ranking/0/points").intValue()).isEqualTo(5);
        }
    }

    @Test
    void refusesToStartWithAnInvalidGuideAndListsEveryViolation(CapturedOutput log) throws IOException {
        var guide = write(edition()
                .replace("rule: aws-role", "rule: aws-employer")
                .replace("names: PMLE", "names: PMLX")
                .replace(
                        "when: { target-industry: [ai-first, large-technology] }",
                        "when: { target-industry: [moon] }"));
        assertThatThrownBy(() -> start(guide)).hasRootCauseInstanceOf(InvalidGuideException.class);
        assertThat(log.getAll())
                .contains("APPLICATION FAILED TO START", "The guide is invalid:")
                .containsPattern("another-edition.yaml:[0-9]+: .*aws-employer")
                .containsPattern("another-edition.yaml:[0-9]+: .*PMLX")
                .containsPattern("another-edition.yaml:[0-9]+: .*moon")
                .doesNotContain("\tat ");
        assertThat(folder.resolve("data")).as("data directory").doesNotExist();
    }

    @Test
    void savesCodesOfMaximumLength() throws IOException {
        var code = "x".repeat(40);
        var guide = write(edition()
                .replace(INDUSTRY, INDUSTRY + "      - { option: %s, label: L, phrase: P }\n".formatted(code))
                .replace("rule: google-employer", "rule: " + code));
        try (var application = start(guide)) {
            var saved = application.api().posts("/api/v1/recommendations", """
                            {"employerCloud":["google-cloud"],"targetIndustry":"%s","roleFocus":"other",
                             "mlBackground":"expert"}""".formatted(code));
            assertThat(saved.status()).isEqualTo(201);
            assertThat(saved.json().at("/answers/targetIndustry").stringValue()).isEqualTo(code);
            assertThat(saved.json().at("/ranking/0/reasons/0/rule").stringValue())
                    .isEqualTo(code);
        }
    }

    @Test
    void refusesToStartWithAGuideThatIsNotEncodedInUtf8(CapturedOutput log) throws IOException {
        var latin1 = edition().replace("label: Media", "label: M\u00e9dias").getBytes(StandardCharsets.ISO_8859_1);
        var guide = Files.write(folder.resolve("another-edition.yaml"), latin1);
        assertThatThrownBy(() -> start(guide)).hasRootCauseInstanceOf(InvalidGuideException.class);
        assertThat(log.getAll())
                .contains("APPLICATION FAILED TO START")
                .containsPattern("another-edition.yaml:[0-9]+: the file is not encoded in UTF-8");
    }

    private TestApplication start(Path guide) {
        return TestApplication.on(folder.resolve("data"), "certpath.guide.edition=" + guide.toUri());
    }

    private Path write(String guide) throws IOException {
        assertThat(guide).isNotEqualTo(edition());
        return Files.writeString(folder.resolve("another-edition.yaml"), guide);
    }

    private static String edition() throws IOException {
        try (var resource = GuideFileConfigurationTest.class.getResourceAsStream("/guide/edition-2.yaml")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
