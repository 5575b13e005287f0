package dev.certpath.guide;

import java.util.Comparator;
import java.util.function.ToIntFunction;

/** Checks that the longest values that cases can have under a guide fit into the columns of the database. */
final class StorageLimits {

    /** The limit for the codes of the rules that apply, with a blank around each. */
    private static final int MAX_RULES = 2000;

    /** The limit for the texts of the rules that apply, of the 100,000 characters of a stored recommendation. */
    private static final int MAX_REASONS = 60_000;

    /** What JSON adds to the texts of a rule: names, quotes, the points and the question. */
    private static final int MAX_REASON_SYNTAX = 150;

    /**
     * The limit for the codes of all answers with their parameters, as stored for idempotent requests. The column of
     * documents with the parameter before each code is wide enough then, because the number of combinations limits how
     * many options can be chosen.
     */
    private static final int MAX_ANSWERS = 580;

    private StorageLimits() {}

    /** Adds a violation for each limit that a guide exceeds. */
    static void check(Guide guide, YamlMappingReader edition) {
        if (1 + longestRules(guide, StorageLimits::codeLength) > MAX_RULES) {
            edition.addViolationAt("rules", exceeds("rules that can apply together", MAX_RULES));
        }
        if (longestRules(guide, StorageLimits::reasonLength) > MAX_REASONS) {
            edition.addViolationAt(
                    "rules",
                    "the texts of rules that can apply together can be longer than " + MAX_REASONS + " characters");
        }
        var answers =
                guide.questions().stream().map(StorageLimits::longestAnswer).toList();
        if (new Answers(answers).codes().toString().length() > MAX_ANSWERS) {
            edition.addViolationAt("questions", exceeds("the answers to all questions", MAX_ANSWERS));
        }
    }

    private static String exceeds(String what, int limit) {
        return "the codes of " + what + " can be longer than " + limit + " characters";
    }

    private static Answer longestAnswer(Question question) {
        return question.allAnswers().stream()
                .max(Comparator.comparingInt(answer -> answer.codes().toString().length()))
                .orElseThrow();
    }

    private static int longestRules(Guide guide, ToIntFunction<Rule> length) {
        var unconditional = guide.rules().stream()
                .filter(rule -> rule.condition() instanceof Condition.Always)
                .mapToInt(length)
                .sum();
        return unconditional
                + guide.questions().stream()
                        .mapToInt(question -> longestRules(question, guide, length))
                        .sum();
    }

    private static int longestRules(Question question, Guide guide, ToIntFunction<Rule> length) {
        var rules = guide.rules().stream()
                .filter(rule -> rule.question().filter(question::equals).isPresent())
                .toList();
        return question.knownAnswers().stream()
                .mapToInt(answer -> rules.stream()
                        .filter(rule -> rule.condition() instanceof Condition.AnyOptionChosen chosen
                                && chosen.appliesTo(answer))
                        .mapToInt(length)
                        .sum())
                .max()
                .orElse(0);
    }

    private static int codeLength(Rule rule) {
        return rule.code().length() + 1;
    }

    private static int reasonLength(Rule rule) {
        return rule.code().length()
                + rule.text().length()
                + rule.receipt().length()
                + rule.basis().length()
                + MAX_REASON_SYNTAX;
    }
}
