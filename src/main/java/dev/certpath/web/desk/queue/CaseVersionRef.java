package dev.certpath.web.desk.queue;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A case that was ticked.
 *
 * @param id the case
 * @param version the version of it that the advisor saw
 */
public record CaseVersionRef(String id, int version) {

    private static final Pattern FORM = Pattern.compile("([0-9a-z]{1,26}):([0-9]{1,9})");

    /** Reads a ticket as {@link #toString} writes it; empty where a text is none. */
    static Optional<CaseVersionRef> read(String text) {
        var parts = FORM.matcher(text);
        return parts.matches()
                ? Optional.of(new CaseVersionRef(parts.group(1), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return id + ":" + version;
    }
}
