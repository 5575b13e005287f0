package dev.certpath.web.questionnaire;

import dev.certpath.guide.InvalidAnswerException;

/**
 * A missing or invalid answer in the error summary, with a text of its question.
 *
 * @param fieldName the id of the control
 * @param message what to do
 */
public record QuestionError(String fieldName, String message) {

    static QuestionError of(InvalidAnswerException exception) {
        var question = exception.question();
        return new QuestionError(
                question.code(),
                switch (exception.reason()) {
                    case NOT_ALONE -> question.texts().notAlone();
                    case MISSING, SEVERAL, REPEATED, UNKNOWN_OPTION ->
                        question.texts().missing();
                });
    }
}
