package dev.certpath.web.desk.guide;

import dev.certpath.guide.GuideViolation;
import java.util.List;

/**
 * What must be changed in a draft before it can be published.
 *
 * @param line the number of its line
 * @param text the line
 * @param message what is wrong
 */
public record DraftViolation(int line, String text, String message) {

    static List<DraftViolation> of(List<GuideViolation> violations, String content) {
        var lines = content.split("\n", -1);
        return violations.stream()
                .map(violation -> new DraftViolation(
                        violation.line(),
                        violation.line() <= lines.length ? lines[violation.line() - 1].strip() : "",
                        violation.message()))
                .toList();
    }
}
