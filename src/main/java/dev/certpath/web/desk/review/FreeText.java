package dev.certpath.web.desk.review;

import dev.certpath.cases.CommentView;
import dev.certpath.web.desk.FormViolation;
import dev.certpath.web.validation.FormText;
import java.util.List;

/**
 * The input of a text area.
 *
 * @param input the text as submitted by the browser
 */
public record FreeText(String input) {

    /** Returns the text as it is stored and counted: without surrounding space, and with one character per line break. */
    String normalized() {
        return FormText.normalize(input);
    }

    /** Returns the violations of a text that may be empty. */
    List<FormViolation> validateOptional(String field) {
        String text = normalized();
        if (text.length() > CommentView.MAX_TEXT_LENGTH) {
            return List.of(new FormViolation(field, field + ".long", CommentView.MAX_TEXT_LENGTH, text.length()));
        }
        if (FormText.hasControlCharacters(text)) {
            return List.of(new FormViolation(field, field + ".control-characters"));
        }
        return List.of();
    }

    /** Returns the violations of a text that must not be empty. */
    List<FormViolation> validateRequired(String field) {
        return normalized().isEmpty() ? List.of(new FormViolation(field, field + ".missing")) : validateOptional(field);
    }
}
