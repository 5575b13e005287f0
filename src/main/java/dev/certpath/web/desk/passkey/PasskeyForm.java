package dev.certpath.web.desk.passkey;

import dev.certpath.web.validation.FormText;
import dev.certpath.web.validation.NoControlCharacters;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The form to name a passkey.
 *
 * @param name the name
 */
public record PasskeyForm(
        @NotBlank @Size(max = MAX_LENGTH) @NoControlCharacters
        String name) {

    /** The greatest length of a name. */
    public static final int MAX_LENGTH = 50;

    /** Creates the form from the submitted parameter. */
    public PasskeyForm(@Nullable String name) {
        this.name = FormText.normalizeLine(name);
    }
}
