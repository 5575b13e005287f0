package dev.certpath.guide;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why an advisor may decide otherwise than the points: a closed list, so that decisions can be counted.
 *
 * @param all the reasons, in the order in which they are offered
 */
public record DecisionReasons(List<Reason> all) {

    /**
     * A reason.
     *
     * @param code its name in the database and in addresses
     * @param label what advisors choose it by
     */
    public record Reason(String code, String label) {}

    /**
     * Reads the reasons.
     *
     * @throws InvalidGuideException when anything is wrong with the file, listing all of it
     */
    public static DecisionReasons read(GuideFile file) {
        var problems = new ArrayList<GuideViolation>();
        var reasons = new LinkedHashMap<String, Reason>();
        YamlMappingReader.whole(file, problems).ifPresent(whole -> {
            whole.sections("reasons").forEach(section -> add(section, reasons));
            whole.nothingElse();
        });
        if (!problems.isEmpty()) {
            throw new InvalidGuideException(problems);
        }
        return new DecisionReasons(List.copyOf(reasons.values()));
    }

    private static void add(YamlMappingReader section, Map<String, Reason> reasons) {
        var reason = new Reason(section.text("reason"), section.text("label"));
        if (reasons.putIfAbsent(reason.code(), reason) != null) {
            section.problem("reason " + reason.code() + " is there twice");
        }
        section.nothingElse();
    }

    /** The reason of that code, if there is one. */
    public Optional<Reason> reason(String code) {
        return all.stream().filter(reason -> reason.code().equals(code)).findFirst();
    }
}
