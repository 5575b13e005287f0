package dev.certpath.web.desk.guide;

import dev.certpath.web.validation.FormText;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The form that lifts a pin.
 *
 * @param liftReason why
 */
public record PinLiftForm(String liftReason) {

    static final String MODEL_ATTRIBUTE = "pinLiftForm";

    static final PinLiftForm EMPTY = new PinLiftForm("");

    /** Creates the form from the submitted parameters. */
    public PinLiftForm(@Nullable String liftReason) {
        this.liftReason = FormText.normalize(liftReason);
    }

    void validate(Errors errors) {
        PinForm.validateReason(liftReason, "liftReason", errors);
    }
}
