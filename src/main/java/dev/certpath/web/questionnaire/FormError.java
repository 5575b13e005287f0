package dev.certpath.web.questionnaire;

import dev.certpath.guide.InvalidAnswerException;

/**
 * Something to put right in a form.
 *
 * @param field the id of the control to go to
 * @param message what to do
 */
public record FormError(String field, String message) {

    /** What to do about an answer that can't be read, in the question's own words. */
    static FormError of(InvalidAnswerException fault) {
        var words = fault.question().texts();
        return new FormError(
                fault.question().code(),
                switch (fault.reason()) {
                    case NOT_ALONE -> words.notAlone();
                    case MISSING, SEVERAL, REPEATED, UNKNOWN_OPTION -> words.missing();
                });
    }
}
