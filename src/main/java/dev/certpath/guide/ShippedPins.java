package dev.certpath.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Recommendations that every edition must give, as the application ships them.
 *
 * @param all the pins, in the order in which they are shown
 */
public record ShippedPins(List<ShippedPin> all) {

    /**
     * One pin.
     *
     * @param answers the codes of the answers by {@link Question#parameter()}; none for "I do not know"
     * @param firsts the codes of the tracks of which one must come first
     * @param reason why
     */
    public record ShippedPin(Map<String, List<String>> answers, List<String> firsts, String reason) {}

    /**
     * Reads the pins from a YAML file.
     *
     * @throws InvalidGuideException if the file is invalid; it lists all violations
     */
    public static ShippedPins read(GuideFile file) {
        var violations = new ArrayList<GuideViolation>();
        var pins = new ArrayList<ShippedPin>();
        YamlMappingReader.parse(file, violations).ifPresent(mapping -> {
            mapping.sections("pins").forEach(section -> pins.add(readPin(section)));
            mapping.rejectUnknownKeys();
        });
        if (!violations.isEmpty()) {
            throw new InvalidGuideException(violations);
        }
        return new ShippedPins(List.copyOf(pins));
    }

    private static ShippedPin readPin(YamlMappingReader section) {
        var answers = new LinkedHashMap<String, List<String>>();
        var codes = section.section("answers");
        codes.keys().forEach(parameter -> answers.put(parameter, codes.texts(parameter)));
        var pin = new ShippedPin(answers, section.texts("firsts"), section.text("because"));
        if (pin.firsts().isEmpty()) {
            section.addViolation("a pin needs at least one of 'firsts'");
        }
        codes.rejectUnknownKeys();
        section.rejectUnknownKeys();
        return pin;
    }
}
