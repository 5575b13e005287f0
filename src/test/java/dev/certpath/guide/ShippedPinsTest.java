package dev.certpath.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.certpath.guide.ShippedPins.ShippedPin;
import dev.certpath.recommend.OutcomeTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pins that the application ships are what the published guide says, each statement alone, and its editions keep them. */
class ShippedPinsTest {

    private static final Guide GUIDE = GuideYaml.published().read();
    private static final List<ShippedPin> PINS = shipped();

    static Stream<Guide> editions() {
        return Stream.of(GUIDE, GuideYaml.editionOne().read());
    }

    @ParameterizedTest
    @MethodSource("editions")
    void everyEditionKeepsThem(Guide edition) {
        var outcomes = new OutcomeTable(edition);
        for (ShippedPin pin : PINS) {
            var combination = outcomes.find(pin.answers());
            assertThat(combination).as("%s", pin).isPresent();
            assertThat(pin.firsts())
                    .as("%s", pin)
                    .contains(outcomes.outcome(combination.getAsInt()).first());
        }
    }

    @Test
    void everyStatementOfThePublishedGuideIsOneOfThem() {
        for (Rule rule : GUIDE.rules()) {
            if (rule.basis().equals(Rule.OUR_DECISION)) {
                continue;
            }
            if (rule.condition() instanceof Condition.AnyOptionChosen chosen) {
                chosen.options()
                        .forEach(option -> assertThat(pinned(chosen.question(), option))
                                .as("%s: %s", rule.code(), option.code())
                                .contains(rule.track().code()));
            } else {
                assertThat(PINS.stream()
                                .filter(pin -> countKnown(pin) == 1)
                                .filter(pin -> pin.answers().get("mlBackground").equals(List.of("practitioner"))))
                        .singleElement()
                        .satisfies(pin -> assertThat(pin.firsts())
                                .containsExactly(rule.track().code()));
            }
        }
    }

    @Test
    void onlyFinancialServicesAllowTwoTracks() {
        assertThat(PINS.stream().filter(pin -> pin.firsts().size() > 1))
                .singleElement()
                .satisfies(pin -> {
                    assertThat(pin.answers()).containsEntry("targetIndustry", List.of("financial-services"));
                    assertThat(pin.firsts()).containsExactly("aws", "azure");
                });
    }

    @Test
    void listsEveryFaultOfAFile() {
        assertThatExceptionOfType(InvalidGuideException.class)
                .isThrownBy(() -> read("pins:\n  - answers: { a: [b] }\n    firsts: []\n    why: x\n"))
                .satisfies(invalid -> assertThat(invalid.getMessage())
                        .contains("a pin needs at least one of 'firsts'", "because", "why"));
    }

    /** The tracks that the pin with this option alone allows. */
    private static List<String> pinned(Question question, Option option) {
        return PINS.stream()
                .filter(pin -> pin.answers().get(question.parameter()).equals(List.of(option.code())))
                .filter(pin -> isAlone(pin, question))
                .flatMap(pin -> pin.firsts().stream())
                .toList();
    }

    /** Whether nothing else is known but a background that counts for no track. */
    private static boolean isAlone(ShippedPin pin, Question question) {
        Set<String> known = pin.answers().entrySet().stream()
                .filter(answer -> !answer.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return question.parameter().equals("mlBackground")
                ? known.equals(Set.of("mlBackground"))
                : known.equals(Set.of("mlBackground", question.parameter()))
                        && pin.answers().get("mlBackground").equals(List.of("practitioner"));
    }

    private static long countKnown(ShippedPin pin) {
        return pin.answers().values().stream().filter(codes -> !codes.isEmpty()).count();
    }

    private static List<ShippedPin> shipped() {
        try (var file = ShippedPins.class.getResourceAsStream("/guide/pins.yaml")) {
            return ShippedPins.read(new GuideFile("pins.yaml", file.readAllBytes()))
                    .all();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static ShippedPins read(String yaml) {
        return ShippedPins.read(new GuideFile("pins.yaml", yaml.getBytes(StandardCharsets.UTF_8)));
    }
}
