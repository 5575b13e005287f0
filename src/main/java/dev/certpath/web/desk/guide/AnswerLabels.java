package dev.certpath.web.desk.guide;

import dev.certpath.guide.Guide;
import dev.certpath.guide.Option;
import dev.certpath.guide.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Names answers, given as codes, as an edition does. A code that it does not have stays a code. */
final class AnswerLabels {

    private AnswerLabels() {}

    /**
     * An answer.
     *
     * @param question the label of the question
     * @param answer the labels of the options
     */
    public record AnswerLabel(String question, String answer) {}

    /** The known answers, in the order of the questions. */
    static List<AnswerLabel> known(Map<String, List<String>> answers, Guide guide) {
        var labels = new ArrayList<AnswerLabel>();
        for (Question question : guide.questions()) {
            var codes = knownCodes(question, answers.getOrDefault(question.parameter(), List.of()));
            if (!codes.isEmpty()) {
                labels.add(new AnswerLabel(question.texts().label(), join(question, codes)));
            }
        }
        answers.forEach((parameter, codes) -> {
            if (!codes.isEmpty()
                    && guide.questions().stream()
                            .noneMatch(known -> known.parameter().equals(parameter))) {
                labels.add(new AnswerLabel(parameter, String.join(", ", codes)));
            }
        });
        return List.copyOf(labels);
    }

    private static List<String> knownCodes(Question question, List<String> codes) {
        var unknown = question.unknown();
        return codes.stream()
                .filter(code -> unknown == null || !unknown.code().equals(code))
                .toList();
    }

    private static String join(Question question, List<String> codes) {
        return codes.stream()
                .map(code -> question.findOption(code).map(Option::label).orElse(code))
                .collect(Collectors.joining(", "));
    }
}
