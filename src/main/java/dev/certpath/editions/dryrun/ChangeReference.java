package dev.certpath.editions.dryrun;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Selects the cases that a dry run changes. In URLs it is the number of the dry run, and that of the change after a hyphen.
 *
 * @param dryRun the number of the dry run
 * @param change the number of one change in it; empty for all of them
 */
public record ChangeReference(long dryRun, Optional<Integer> change) {

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})(?:-(\\d{1,4}))?");

    /** Parses a reference; empty if the text is none. */
    public static Optional<ChangeReference> parse(String text) {
        return Optional.of(TEXT.matcher(text))
                .filter(Matcher::matches)
                .map(match -> new ChangeReference(
                        Long.parseLong(match.group(1)),
                        Optional.ofNullable(match.group(2)).map(Integer::valueOf)));
    }

    @Override
    public String toString() {
        return dryRun + change.map(number -> "-" + number).orElse("");
    }
}
