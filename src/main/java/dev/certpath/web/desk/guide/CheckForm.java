package dev.certpath.web.desk.guide;

import dev.certpath.web.validation.FormText;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The form that says that the facts about an exam were checked today.
 *
 * @param exam the code of the exam; empty where nothing is entered
 * @param source the URL of the page that states them
 */
public record CheckForm(
        String exam,

        @Pattern(regexp = ExamForm.URL) @Size(max = 500) String source) {

    /** The form before anything is entered. */
    static final CheckForm EMPTY = new CheckForm("", "");

    /** Creates the form from the submitted parameters. */
    public CheckForm(@Nullable String exam, @Nullable String source) {
        this.exam = FormText.normalizeLine(exam);
        this.source = FormText.normalizeLine(source);
    }
}
