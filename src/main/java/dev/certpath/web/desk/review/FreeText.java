package dev.certpath.web.desk.review;

import dev.certpath.cases.CommentView;
import dev.certpath.web.desk.FormViolation;
import java.util.List;

/**
 * What an advisor typed into a box for words.
 *
 * @param typed as the browser sent it
 */
public record FreeText(String typed) {

    /** The words as they are kept and counted: a line break, which browsers send as two characters, is one. */
    String plain() {
        return typed.replace("\r\n", "\n").replace('\r', '\n').strip();
    }

    /** What is wrong with them, where they may be left out. */
    List<FormViolation> problems(String field) {
        String plain = plain();
        if (plain.length() > CommentView.MAX_TEXT_LENGTH) {
            return List.of(new FormViolation(field, field + ".long", CommentView.MAX_TEXT_LENGTH, plain.length()));
        }
        if (plain.chars().anyMatch(FreeText::isUnseen)) {
            return List.of(new FormViolation(field, field + ".unseen"));
        }
        return List.of();
    }

    /** What is wrong with them, where something must be said. */
    List<FormViolation> problemsWhereNeeded(String field) {
        return plain().isEmpty() ? List.of(new FormViolation(field, field + ".missing")) : problems(field);
    }

    /** Control characters, which not every database takes. */
    private static boolean isUnseen(int character) {
        return Character.isISOControl(character) && character != '\n' && character != '\t';
    }
}
