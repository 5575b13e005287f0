package dev.certpath.web.desk.guide;

import dev.certpath.editions.Draft;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.Errors;

/**
 * The form with the text of the draft.
 *
 * @param version the version of the draft that the admin edited
 * @param content the draft as YAML
 */
public record DraftForm(long version, String content) {

    static final String MODEL_ATTRIBUTE = "draftForm";

    /** More than any guide needs. The limit for the form is 64 kB, in which each end of a line has two bytes. */
    static final int MAX_BYTES = 60_000;

    /** Creates the form from the submitted parameters. */
    public DraftForm(long version, @Nullable String content) {
        this.version = version;
        this.content = content == null ? "" : content;
    }

    static DraftForm of(Draft draft) {
        return new DraftForm(draft.version(), draft.content());
    }

    /** The same form with line feeds as the ends of lines: browsers submit each as two characters. */
    DraftForm withLineFeeds() {
        return new DraftForm(version, content.replace("\r\n", "\n"));
    }

    void validate(Errors errors) {
        if (content.isBlank()) {
            errors.rejectValue("content", "missing");
        } else if (bytes() > MAX_BYTES) {
            errors.rejectValue("content", "Size", new Object[] {MAX_BYTES, bytes()}, null);
        } else if (content.indexOf('\0') >= 0) {
            errors.rejectValue("content", "NoControlCharacters");
        }
    }

    /** The size of the text as browsers submit it. */
    private int bytes() {
        return content.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8).length;
    }
}
