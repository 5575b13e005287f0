package dev.certpath.editions;

import dev.certpath.guide.GuideFile;
import dev.certpath.guide.GuideViolation;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The YAML of a draft as text with lines. */
final class DraftText {

    private static final String FILE = "draft.yaml";
    private static final Pattern NUMBER = Pattern.compile("^edition:[ \\t]*\\d+", Pattern.MULTILINE);

    private final String content;

    DraftText(String content) {
        this.content = content;
    }

    /** The same text with another number of the edition. */
    String withNumber(int number) {
        return NUMBER.matcher(content).replaceFirst("edition: " + number);
    }

    GuideFile toFile() {
        return new GuideFile(FILE, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A violation at the line of the number. */
    GuideViolation violationOfNumber(String message) {
        return violation(NUMBER, message);
    }

    /** A violation at the line where a question begins, or where the questions begin if it is missing. */
    GuideViolation violationOfQuestion(String code, String message) {
        var question = Pattern.compile("question:[ \\t]*" + Pattern.quote(code) + "\\b");
        return violation(
                question.matcher(content).find() ? question : Pattern.compile("^questions:", Pattern.MULTILINE),
                message);
    }

    private GuideViolation violation(Pattern where, String message) {
        return new GuideViolation(FILE, lineOf(where.matcher(content)), message);
    }

    private int lineOf(Matcher match) {
        return match.find()
                ? 1
                        + (int) content.substring(0, match.start())
                                .chars()
                                .filter(character -> character == '\n')
                                .count()
                : 1;
    }
}
