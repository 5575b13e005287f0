package dev.certpath.guide;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/** Checks that the longest values that cases can have under a guide fit into the database columns of cases. */
final class StorageLimits {

    /** The limit for the codes of the rules that apply, with a blank around each. */
    private static final int MAX_RULES = 2000;

    /** The limit for the codes of the answer to one question, separated by blanks. */
    private static final int MAX_ANSWER = 400;

    /** The limit for the codes of all answers with their parameters, as stored for idempotent requests. */
    private static final int MAX_ANSWERS = 580;

    private StorageLimits() {}

    /** Adds a violation for each limit that a guide exceeds. */
    static void check(Guide guide, YamlMappingReader edition) {
        if (1 + longestRules(guide) > MAX_RULES) {
            edition.addViolationAt("rules", exceeds("rules that can apply together", MAX_RULES));
        }
        guide.questions().stream()
                .filter(question -> joinedLength(longestAnswer(question, StorageLimits::joinedLength)) > MAX_ANSWER)
                .forEach(question ->
                        edition.addViolationAt("questions", exceeds("an answer to " + question.code(), MAX_ANSWER)));
        var answers = guide.questions().stream()
                .map(question -> longestAnswer(question, StorageLimits::listLength))
                .toList();
        if (listLength(new Answers(answers)) > MAX_ANSWERS) {
            edition.addViolationAt("questions", exceeds("the answers to all questions", MAX_ANSWERS));
        }
    }

    private static String exceeds(String what, int limit) {
        return "the codes of " + what + " can be longer than " + limit + " characters";
    }

    private static Answer longestAnswer(Question question, ToIntFunction<Answer> length) {
        return question.allAnswers().stream()
                .max(Comparator.comparingInt(length))
                .orElseThrow();
    }

    private static int joinedLength(Answer answer) {
        return String.join(" ", answer.codes()).length();
    }

    private static int listLength(Answer answer) {
        return answer.codes().toString().length();
    }

    private static int listLength(Answers answers) {
        return answers.codes().toString().length();
    }

    private static int longestRules(Guide guide) {
        int unconditional = length(guide.rules(), rule -> rule.condition() instanceof Condition.Always);
        return unconditional
                + guide.questions().stream()
                        .mapToInt(question -> longestRules(question, guide))
                        .sum();
    }

    private static int longestRules(Question question, Guide guide) {
        var rules = guide.rules().stream()
                .filter(rule -> rule.question().filter(question::equals).isPresent())
                .toList();
        return question.knownAnswers().stream()
                .mapToInt(answer -> length(
                        rules,
                        rule -> rule.condition() instanceof Condition.AnyOptionChosen chosen
                                && chosen.appliesTo(answer)))
                .max()
                .orElse(0);
    }

    private static int length(List<Rule> rules, Predicate<Rule> filter) {
        return rules.stream()
                .filter(filter)
                .mapToInt(rule -> rule.code().length() + 1)
                .sum();
    }
}
