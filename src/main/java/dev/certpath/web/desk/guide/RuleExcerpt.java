package dev.certpath.web.desk.guide;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A rule in the text of a draft.
 *
 * @param code the code of the rule
 * @param line the number of the line on which it begins
 * @param text its lines
 */
public record RuleExcerpt(String code, int line, String text) {

    /** Finds a rule; empty if the draft does not have it. */
    static Optional<RuleExcerpt> find(String code, String draft) {
        var beginning = Pattern.compile("(?m)^ *- rule:[ \\t]*" + Pattern.quote(code) + "[ \\t]*$");
        var rule = beginning.matcher(draft);
        if (!rule.find()) {
            return Optional.empty();
        }
        int line = 1 + (int) draft.substring(0, rule.start()).lines().count();
        return Optional.of(new RuleExcerpt(code, line, lines(draft.substring(rule.start()))));
    }

    /** The lines of a rule, up to the next one or an empty line. */
    private static String lines(String text) {
        var next = Pattern.compile("\\n(?=\\s*\\n|\\s*- |\\S)").matcher(text);
        return (next.find() ? text.substring(0, next.start()) : text)
                .stripIndent()
                .strip();
    }
}
