package dev.certpath.web.desk.queue;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A reference to a case and the version that the advisor saw.
 *
 * @param id the public id of the case
 * @param version the version for optimistic locking
 */
public record CaseVersionRef(String id, int version) {

    private static final Pattern FORMAT = Pattern.compile("([0-9a-z]{1,26}):([0-9]{1,9})");

    /** Parses a reference in the format of {@link #toString}; empty if the text is not one. */
    static Optional<CaseVersionRef> parse(String text) {
        var matcher = FORMAT.matcher(text);
        return matcher.matches()
                ? Optional.of(new CaseVersionRef(matcher.group(1), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    /** Formats the reference for a form field: the id and the version, separated by a colon. */
    @Override
    public String toString() {
        return id + ":" + version;
    }
}
