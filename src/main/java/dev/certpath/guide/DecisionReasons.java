package dev.certpath.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The reasons that an advisor can give for recommending a different track. The list is fixed so that decisions can be
 * counted by reason.
 *
 * @param all the reasons, in the order in which they are shown
 */
public record DecisionReasons(List<Reason> all) {

    /**
     * One reason.
     *
     * @param code the code stored in the database and used in URLs
     * @param label the text shown to advisors
     */
    public record Reason(String code, String label) {}

    /**
     * Reads the reasons from a YAML file.
     *
     * @throws InvalidGuideException if the file is invalid; it lists all violations
     */
    public static DecisionReasons read(GuideFile file) {
        var violations = new ArrayList<GuideViolation>();
        var reasons = new LinkedHashMap<String, Reason>();
        YamlMappingReader.parse(file, violations).ifPresent(mapping -> {
            mapping.sections("reasons").forEach(section -> readReason(section, reasons));
            if (reasons.isEmpty()) {
                mapping.addViolation("there are no reasons");
            }
            mapping.rejectUnknownKeys();
        });
        if (!violations.isEmpty()) {
            throw new InvalidGuideException(violations);
        }
        return new DecisionReasons(List.copyOf(reasons.values()));
    }

    private static void readReason(YamlMappingReader section, Map<String, Reason> reasons) {
        var reason = new Reason(section.code("reason", CodeFormat.CODE), section.text("label"));
        if (reasons.putIfAbsent(reason.code(), reason) != null) {
            section.addViolation("reason " + reason.code() + " is defined twice");
        }
        section.rejectUnknownKeys();
    }

    /** Finds a reason by its code. */
    public Optional<Reason> find(String code) {
        return all.stream().filter(reason -> reason.code().equals(code)).findFirst();
    }
}
