package dev.certpath.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** A change that makes the published guide invalid, with the expected violations. */
final class InvalidGuideCase {

    private final String name;
    private final UnaryOperator<GuideYaml> change;
    private final List<Function<GuideYaml, String>> violations = new ArrayList<>();

    private InvalidGuideCase(String name, UnaryOperator<GuideYaml> change) {
        this.name = name;
        this.change = change;
    }

    /** Creates a case from a name and a change of the published guide. */
    static InvalidGuideCase invalidGuide(String name, UnaryOperator<GuideYaml> change) {
        return new InvalidGuideCase(name, change);
    }

    /** Expects a violation in the edition file at the line that contains a text after the change. */
    InvalidGuideCase violationInEdition(String where, String message) {
        violations.add(yaml -> yaml.locationInEdition(where) + ": " + message);
        return this;
    }

    /** Expects a violation in the exams file at the line that contains a text after the change. */
    InvalidGuideCase violationInExams(String where, String message) {
        violations.add(yaml -> yaml.locationInExams(where) + ": " + message);
        return this;
    }

    /** The published guide with the change applied. */
    GuideYaml yaml() {
        return change.apply(GuideYaml.published());
    }

    /** All expected violations, in the order of the file. */
    List<String> expectedViolations(GuideYaml yaml) {
        return violations.stream().map(violation -> violation.apply(yaml)).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
