package dev.certpath.web.desk.review;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseCommentView;
import dev.certpath.cases.CaseDetails;
import dev.certpath.recommend.Recommendation;
import dev.certpath.web.validation.FormText;
import java.util.Map;
import org.springframework.validation.Errors;

/**
 * A form of the case page, for the actions of one type. The components of the record are the fields; all there is to say
 * about the input of a type of action is in its form.
 */
interface CaseActionForm {

    /** Returns the type of the actions. */
    CaseAction.Type type();

    /** Returns the values of the fields by name. */
    Map<String, String> fields();

    /** Returns the form as it is before anything is entered. */
    CaseActionForm initial(CaseDetails details);

    /** Validates the fields. */
    void validate(CaseFormContext context, Errors errors);

    /** Converts a valid form to the action. */
    CaseAction toAction(Recommendation recommendation);

    /** Returns the entered text, for a page that does not offer the form again; may be empty. */
    default String text() {
        return "";
    }

    /** Validates a text that may be empty. */
    static void validateText(String field, String text, Errors errors) {
        if (text.length() > CaseCommentView.MAX_TEXT_LENGTH) {
            errors.rejectValue(field, "Size", new Object[] {CaseCommentView.MAX_TEXT_LENGTH, text.length()}, null);
        } else if (FormText.hasControlCharacters(text)) {
            errors.rejectValue(field, "NoControlCharacters");
        }
    }

    /** Validates a text that must not be empty. */
    static void validateRequiredText(String field, String text, Errors errors) {
        if (text.isEmpty()) {
            errors.rejectValue(field, "NotBlank");
        } else {
            validateText(field, text, errors);
        }
    }
}
