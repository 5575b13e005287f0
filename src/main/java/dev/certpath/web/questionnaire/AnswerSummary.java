package dev.certpath.web.questionnaire;

import dev.certpath.guide.Answer;
import dev.certpath.guide.Option;
import dev.certpath.guide.Question;
import java.util.List;

/**
 * A question on the check page.
 *
 * @param question the question
 * @param labels what was answered, as people chose it; empty where nothing readable was
 */
public record AnswerSummary(Question question, List<String> labels) {

    static AnswerSummary of(Question question, PartialAnswers answers) {
        return new AnswerSummary(
                question, answers.answer(question).map(AnswerSummary::labels).orElse(List.of()));
    }

    private static List<String> labels(Answer answer) {
        var unknown = answer.question().unknown();
        return !answer.isKnown() && unknown != null
                ? List.of(unknown.label())
                : answer.options().stream().map(Option::label).toList();
    }
}
