package dev.certpath.guide;

import static dev.certpath.guide.Question.Kind.ANY_OF;
import static dev.certpath.guide.Question.Kind.LEVEL;
import static dev.certpath.guide.Question.Kind.ONE_OF;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A question that every guide must have, because cases are stored and searched by the answers to it.
 *
 * @param code the code of the question
 * @param parameter the name in JSON and query strings
 * @param kinds the permitted kinds
 */
record RequiredQuestion(String code, String parameter, List<Question.Kind> kinds) {

    private static final List<RequiredQuestion> ALL = List.of(
            new RequiredQuestion("employer-cloud", "employerCloud", List.of(ANY_OF)),
            new RequiredQuestion("target-industry", "targetIndustry", List.of(ONE_OF, LEVEL)),
            new RequiredQuestion("role-focus", "roleFocus", List.of(ONE_OF, LEVEL)),
            new RequiredQuestion("ml-background", "mlBackground", List.of(ONE_OF, LEVEL)));

    /**
     * Adds a violation for each required question that is missing or has a different parameter or kind.
     *
     * @param questions the questions by code
     * @param sections the sections of the questions, by code
     * @param edition the edition with the questions
     */
    static void check(
            Map<String, Question> questions, Map<String, YamlMappingReader> sections, YamlMappingReader edition) {
        for (RequiredQuestion required : ALL) {
            var question = questions.get(required.code);
            var section = sections.get(required.code);
            if (question == null || section == null) {
                edition.addViolationAt("questions", "question " + required.code + " is missing");
            } else {
                required.check(question, section);
            }
        }
    }

    private String kindNames() {
        return kinds.stream().map(Question.Kind::yamlName).collect(Collectors.joining(" or "));
    }

    private void check(Question question, YamlMappingReader section) {
        if (!question.parameter().equals(parameter)) {
            section.addViolationAt("parameter", "question " + code + " must have the parameter " + parameter);
        }
        if (!kinds.contains(question.kind())) {
            section.addViolationAt("kind", "question " + code + " must be of kind " + kindNames());
        }
    }
}
