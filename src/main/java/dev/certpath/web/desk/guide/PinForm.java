package dev.certpath.web.desk.guide;

import dev.certpath.guide.Guide;
import dev.certpath.web.validation.FormText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The form that sets or changes a pin. The answers are parameters of their own, named after the questions.
 *
 * @param firsts the codes of the tracks of which one must come first
 * @param reason why
 * @param caseId the id of the case that the pin comes from; empty if it is set by hand
 */
public record PinForm(List<String> firsts, String reason, String caseId) {

    static final String MODEL_ATTRIBUTE = "pinForm";

    static final PinForm EMPTY = new PinForm(List.of(), "", "");

    static final int MAX_REASON_LENGTH = 1000;

    /** Creates the form from the submitted parameters. */
    public PinForm(@Nullable List<String> firsts, @Nullable String reason, @Nullable String caseId) {
        this.firsts = firsts == null ? List.of() : firsts.stream().distinct().toList();
        this.reason = FormText.normalize(reason);
        this.caseId = FormText.normalizeLine(caseId);
    }

    void validate(Guide guide, Errors errors) {
        if (firsts.isEmpty()) {
            errors.rejectValue("firsts", "missing");
        } else if (firsts.stream().anyMatch(code -> guide.findTrack(code).isEmpty())) {
            errors.rejectValue("firsts", "unknown");
        } else if (firsts.size() == guide.tracks().size()) {
            errors.rejectValue("firsts", "all");
        }
        validateReason(reason, "reason", errors);
    }

    static void validateReason(String reason, String field, Errors errors) {
        if (reason.isEmpty()) {
            errors.rejectValue(field, "missing");
        } else if (FormText.hasControlCharacters(reason)) {
            errors.rejectValue(field, "NoControlCharacters");
        } else if (reason.length() > MAX_REASON_LENGTH) {
            errors.rejectValue(field, "Size", new Object[] {MAX_REASON_LENGTH, reason.length()}, null);
        }
    }
}
