package dev.certpath.web.desk.review;

import dev.certpath.cases.CaseAction;
import dev.certpath.cases.CaseDetails;
import dev.certpath.recommend.Recommendation;
import dev.certpath.web.validation.FormText;
import java.util.Map;
import org.springframework.validation.Errors;

/**
 * The form for a note for advisors.
 *
 * @param note the normalized text
 */
public record NoteForm(String note) implements CaseActionForm {

    static NoteForm of(Map<String, String> parameters) {
        return new NoteForm(FormText.normalize(parameters.get("note")));
    }

    @Override
    public CaseAction.Type type() {
        return CaseAction.Type.NOTE;
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("note", note);
    }

    @Override
    public CaseActionForm initial(CaseDetails details) {
        return new NoteForm("");
    }

    @Override
    public void validate(CaseFormContext context, Errors errors) {
        CaseActionForm.validateRequiredText("note", note, errors);
    }

    @Override
    public CaseAction toAction(Recommendation recommendation) {
        return new CaseAction.Note(note);
    }

    @Override
    public String text() {
        return note;
    }
}
