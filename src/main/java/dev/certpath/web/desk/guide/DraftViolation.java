package dev.certpath.web.desk.guide;

import dev.certpath.guide.GuideViolation;
import java.util.List;
import org.apache.commons.lang3.StringUtils;

/**
 * What must be changed in a draft before it can be published.
 *
 * @param line the number of its line
 * @param text the line, abbreviated
 * @param message what is wrong
 */
public record DraftViolation(int line, String text, String message) {

    /** How many of them a page lists. Thousands can be in one line. */
    static final int MAX_LISTED = 50;

    private static final int MAX_TEXT_LENGTH = 120;

    private static final int MAX_MESSAGE_LENGTH = 500;

    /** The first violations of a draft. */
    static List<DraftViolation> of(List<GuideViolation> violations, String content) {
        var lines = content.split("\n", -1);
        return violations.stream()
                .limit(MAX_LISTED)
                .map(violation -> of(violation, violation.line() <= lines.length ? lines[violation.line() - 1] : ""))
                .toList();
    }

    private static DraftViolation of(GuideViolation violation, String line) {
        return new DraftViolation(
                violation.line(),
                StringUtils.abbreviate(line.strip(), MAX_TEXT_LENGTH),
                StringUtils.abbreviate(violation.message(), MAX_MESSAGE_LENGTH));
    }
}
