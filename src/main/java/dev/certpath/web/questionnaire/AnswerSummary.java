package dev.certpath.web.questionnaire;

import dev.certpath.guide.Answer;
import dev.certpath.guide.Option;
import dev.certpath.guide.Question;
import java.util.List;

/**
 * A question and its answer on the check page.
 *
 * @param question the question
 * @param labels the labels of the chosen options; empty without a valid answer
 */
public record AnswerSummary(Question question, List<String> labels) {

    static AnswerSummary of(Question question, PartialAnswers answers) {
        return new AnswerSummary(
                question,
                answers.findAnswer(question).map(AnswerSummary::labels).orElse(List.of()));
    }

    private static List<String> labels(Answer answer) {
        var unknown = answer.question().unknown();
        return !answer.isKnown() && unknown != null
                ? List.of(unknown.label())
                : answer.options().stream().map(Option::label).toList();
    }
}
