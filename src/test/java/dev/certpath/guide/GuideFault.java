package dev.certpath.guide;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** One change to the published guide that makes it faulty, and what must be said about it. */
final class GuideFault {

    private final String name;
    private final UnaryOperator<GuideText> change;
    private final List<Function<GuideText, String>> problems = new ArrayList<>();

    private GuideFault(String name, UnaryOperator<GuideText> change) {
        this.name = name;
        this.change = change;
    }

    /** A fault by its name, and how the guide is changed to have it. */
    static GuideFault fault(String name, UnaryOperator<GuideText> change) {
        return new GuideFault(name, change);
    }

    /** What is said of the edition's file, at the line where a text stands after the change. */
    GuideFault inEdition(String where, String what) {
        problems.add(text -> text.placeInEdition(where) + ": " + what);
        return this;
    }

    /** What is said of the exams' file, at the line where a text stands after the change. */
    GuideFault inExams(String where, String what) {
        problems.add(text -> text.placeInExams(where) + ": " + what);
        return this;
    }

    /** The published guide with the fault in it. */
    GuideText text() {
        return change.apply(GuideText.published());
    }

    /** Everything that must be said of that text, from top to bottom. */
    List<String> problemsOf(GuideText text) {
        return problems.stream().map(problem -> problem.apply(text)).toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
