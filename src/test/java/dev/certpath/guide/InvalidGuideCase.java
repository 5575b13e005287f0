package dev.certpath.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One change to the published guide that makes it faulty, and what must be said about it. */
final class InvalidGuideCase {

    private final String name;
    private final UnaryOperator<GuideYaml> change;
    private final List<Function<GuideYaml, String>> violations = new ArrayList<>();

    private InvalidGuideCase(String name, UnaryOperator<GuideYaml> change) {
        this.name = name;
        this.change = change;
    }

    /** A fault by its name, and how the guide is changed to have it. */
    static InvalidGuideCase invalidGuide(String name, UnaryOperator<GuideYaml> change) {
        return new InvalidGuideCase(name, change);
    }

    /** What is said of the edition's file, at the line where a text stands after the change. */
    InvalidGuideCase violationInEdition(String where, String message) {
        violations.add(yaml -> yaml.locationInEdition(where) + ": " + message);
        return this;
    }

    /** What is said of the exams' file, at the line where a text stands after the change. */
    InvalidGuideCase violationInExams(String where, String message) {
        violations.add(yaml -> yaml.locationInExams(where) + ": " + message);
        return this;
    }

    /** The published guide with the fault in it. */
    GuideYaml yaml() {
        return change.apply(GuideYaml.published());
    }

    /** Everything that must be said of that text, from top to bottom. */
    List<String> expectedViolations(GuideYaml yaml) {
        return violations.stream().map(problem -> problem.apply(yaml)).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
