package dev.certpath.guide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Reads the questions of an edition with their options. */
final class QuestionsReader {

    /** The limit for combinations of answers, because all of them are scored when the application starts. */
    private static final long MAX_COMBINATIONS = 200_000;

    private static final int MAX_OPTIONS = 24;

    /** The value of filters for "I do not know" where it has no code. */
    private static final String NOT_KNOWN = "not-known";

    /** The path of the check page takes the place of a question with this code. */
    private static final Set<String> RESERVED_CODES = Set.of("check");

    /** Names that forms, the API and links to receipts use for other values than answers. */
    private static final Set<String> RESERVED_PARAMETERS = Set.of(
            "after",
            "asOf",
            "before",
            "caseId",
            "cohort",
            "continue",
            "firsts",
            "from",
            "idempotencyKey",
            "of",
            "reason");

    /** Names of other parameters of the list of cases, and of fields of the form around it. */
    private static final Set<String> RESERVED_FILTERS = Set.of(
            "act",
            "action",
            "after",
            "assignee",
            "case",
            "cases",
            "change",
            "cohort",
            "decision",
            "explain",
            "firmness",
            "first",
            "from",
            "move",
            "page",
            "q",
            "queue",
            "reason",
            "rule",
            "sort",
            "status",
            "to",
            "view",
            "who",
            "why");

    private QuestionsReader() {}

    /** Reads the questions of an edition, by code and in order. */
    static Map<String, Question> read(YamlMappingReader edition) {
        var questions = new LinkedHashMap<String, Question>();
        var parameters = new HashSet<String>();
        var filters = new HashSet<String>();
        for (YamlMappingReader section : edition.sections("questions")) {
            var question = readQuestion(section, questions.size());
            if (questions.putIfAbsent(question.code(), question) != null) {
                section.addViolation("question " + question.code() + " is defined twice");
            }
            if (!parameters.add(question.parameter())) {
                section.addViolationAt("parameter", "parameter " + question.parameter() + " is defined twice");
            }
            if (!filters.add(question.filter())) {
                section.addViolationAt("filter", "filter " + question.filter() + " is defined twice");
            }
        }
        if (questions.isEmpty()) {
            edition.addViolation("there are no questions");
        }
        return questions;
    }

    /** Adds a violation if there are too many combinations of answers. Only for questions without other violations. */
    static void checkCombinationCount(Map<String, Question> questions, YamlMappingReader edition) {
        long combinations = questions.values().stream()
                .mapToLong(Question::answerCount)
                .reduce(1, (one, other) -> Math.min(one * other, Integer.MAX_VALUE));
        if (combinations > MAX_COMBINATIONS) {
            edition.addViolationAt("questions", "there are more than " + MAX_COMBINATIONS + " combinations of answers");
        }
    }

    private static Question readQuestion(YamlMappingReader section, int position) {
        var options = readOptions(section);
        var kind = readKind(section);
        var code = section.code("question", CodeFormat.CODE);
        var question = new Question(
                position,
                code,
                section.code("parameter", CodeFormat.PARAMETER),
                section.has("filter") ? section.code("filter", CodeFormat.CODE) : code,
                kind,
                section.flag("required"),
                section.oneOf("about", "fact", "fact", "wish").equals("wish"),
                readTexts(section, kind),
                options,
                section.has("unknown") ? readUnknown(section.section("unknown"), kind) : null);
        rejectReserved(section, "question", question.code(), RESERVED_CODES);
        rejectReserved(section, "parameter", question.parameter(), RESERVED_PARAMETERS);
        rejectReserved(section, "filter", question.filter(), RESERVED_FILTERS);
        var unknown = question.unknown();
        if (unknown != null && question.findOption(unknown.code()).isPresent()) {
            section.addViolationAt("unknown", "option " + unknown.code() + " is defined twice");
        }
        if (question.allowedCodes().contains(NOT_KNOWN)
                || question.findOption(NOT_KNOWN).isPresent()) {
            section.addViolationAt("options", "'" + NOT_KNOWN + "' is a reserved name");
        }
        if (unknown == null && !question.required()) {
            section.addViolation("question " + question.code() + " is not required, so it needs an 'unknown'");
        }
        section.rejectUnknownKeys();
        return question;
    }

    private static void rejectReserved(YamlMappingReader section, String key, String value, Set<String> reserved) {
        if (reserved.contains(value)) {
            section.addViolationAt(key, "'" + value + "' is a reserved name");
        }
    }

    private static Question.Kind readKind(YamlMappingReader section) {
        var kind = section.oneOf("kind", "one-of", "any-of", "one-of", "level");
        return Question.Kind.valueOf(kind.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private static List<Option> readOptions(YamlMappingReader section) {
        var previous = new ArrayList<Option>();
        var options = section.uniqueItems("options", "option", option -> readOption(option, previous), Option::code);
        if (options.isEmpty() || options.size() > MAX_OPTIONS) {
            section.addViolation("a question has 1 to " + MAX_OPTIONS + " options, this one has " + options.size());
        } else if (options.stream().allMatch(Option::retired)) {
            section.addViolationAt("options", "a question needs an option that is not retired");
        }
        return options;
    }

    private static Option readOption(YamlMappingReader section, List<Option> previous) {
        var option = new Option(
                previous.size(),
                section.code("option", CodeFormat.CODE),
                section.text("label"),
                section.text("hint", ""),
                section.text("phrase"),
                section.flag("exclusive"),
                section.flag("apart"),
                section.flag("retired"));
        section.rejectUnknownKeys();
        previous.add(option);
        return option;
    }

    private static QuestionTexts readTexts(YamlMappingReader section, Question.Kind kind) {
        Function<String, String> textIfAnyOf = key -> kind == Question.Kind.ANY_OF ? section.text(key) : "";
        return new QuestionTexts(
                section.text("label"),
                section.text("subject"),
                section.text("title"),
                section.text("hint"),
                section.text("why"),
                section.has("any") ? section.text("any") : "",
                section.text("receipt"),
                section.text("change"),
                section.text("first-time"),
                textIfAnyOf.apply("adding"),
                textIfAnyOf.apply("dropping"),
                section.text("missing"),
                textIfAnyOf.apply("not-alone"));
    }

    private static Question.Unknown readUnknown(YamlMappingReader section, Question.Kind kind) {
        var code = kind == Question.Kind.ANY_OF ? "" : section.code("option", CodeFormat.CODE);
        var unknown = new Question.Unknown(code, section.text("label"));
        section.rejectUnknownKeys();
        return unknown;
    }
}
