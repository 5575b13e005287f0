package dev.certpath.web.desk.review;

import dev.certpath.cases.CommentView;
import dev.certpath.web.desk.FormViolation;
import java.util.List;

/**
 * The input of a text area.
 *
 * @param input the text as submitted by the browser
 */
public record FreeText(String input) {

    /** Returns the text as it is stored and counted: without surrounding space, and with one character per line break. */
    String normalized() {
        return input.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** Returns the violations of a text that may be empty. */
    List<FormViolation> validateOptional(String field) {
        String text = normalized();
        if (text.length() > CommentView.MAX_TEXT_LENGTH) {
            return List.of(new FormViolation(field, field + ".long", CommentView.MAX_TEXT_LENGTH, text.length()));
        }
        if (text.chars().anyMatch(FreeText::isForbidden)) {
            return List.of(new FormViolation(field, field + ".control-characters"));
        }
        return List.of();
    }

    /** Returns the violations of a text that must not be empty. */
    List<FormViolation> validateRequired(String field) {
        return normalized().isEmpty() ? List.of(new FormViolation(field, field + ".missing")) : validateOptional(field);
    }

    /** Control characters are forbidden because PostgreSQL rejects some of them. */
    private static boolean isForbidden(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\t';
    }
}
