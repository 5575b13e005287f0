package dev.certpath.guide;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Reads questions with everything that can be answered to them. */
final class QuestionsReader {

    /** More combinations of answers than this would be too many to try every rule change on. */
    private static final long MOST_COMBINATIONS = 2_000_000;

    private static final int MOST_OPTIONS = 24;

    private QuestionsReader() {}

    /** All questions of an edition, by their codes, in their order. */
    static Map<String, Question> read(YamlMappingReader edition) {
        var questions = new LinkedHashMap<String, Question>();
        var parameters = new HashSet<String>();
        for (YamlMappingReader section : edition.sections("questions")) {
            var question = question(section, questions.size());
            if (questions.putIfAbsent(question.code(), question) != null) {
                section.problem("question " + question.code() + " is there twice");
            }
            if (!parameters.add(question.parameter())) {
                section.problemAt("parameter", "parameter " + question.parameter() + " is there twice");
            }
        }
        if (questions.isEmpty()) {
            edition.problem("there are no questions");
        }
        return questions;
    }

    /** Notes when there are too many combinations of answers; only for questions without other problems. */
    static void checkNumber(Map<String, Question> questions, YamlMappingReader edition) {
        long combinations = questions.values().stream()
                .mapToLong(Question::answerCount)
                .reduce(1, (one, other) -> Math.min(one * other, Integer.MAX_VALUE));
        if (combinations > MOST_COMBINATIONS) {
            edition.problemAt("questions", "there are more than " + MOST_COMBINATIONS + " combinations of answers");
        }
    }

    private static Question question(YamlMappingReader section, int position) {
        var options = options(section);
        var kind = kind(section);
        var question = new Question(
                position,
                section.text("question"),
                section.text("parameter"),
                kind,
                section.oneOf("about", "fact", "fact", "wish").equals("wish"),
                words(section, kind),
                options,
                section.has("unknown") ? unknown(section.section("unknown"), kind) : null);
        var unknown = question.unknown();
        if (unknown != null && question.option(unknown.code()).isPresent()) {
            section.problemAt("unknown", "option " + unknown.code() + " is there twice");
        }
        section.nothingElse();
        return question;
    }

    private static Question.Kind kind(YamlMappingReader section) {
        var kind = section.oneOf("kind", "one-of", "any-of", "one-of", "level");
        return Question.Kind.valueOf(kind.replace('-', '_').toUpperCase(Locale.ROOT));
    }

    private static List<Option> options(YamlMappingReader section) {
        var sofar = new ArrayList<Option>();
        var options = section.named("options", "option", option -> option(option, sofar), Option::code);
        if (options.isEmpty() || options.size() > MOST_OPTIONS) {
            section.problem("a question has 1 to " + MOST_OPTIONS + " options, this one has " + options.size());
        }
        return options;
    }

    private static Option option(YamlMappingReader section, List<Option> sofar) {
        var option = new Option(
                sofar.size(),
                section.text("option"),
                section.text("label"),
                section.text("hint", ""),
                section.text("phrase"),
                section.flag("exclusive"),
                section.flag("apart"));
        section.nothingElse();
        sofar.add(option);
        return option;
    }

    private static Question.Words words(YamlMappingReader section, Question.Kind kind) {
        Function<String, String> ifSeveral = name -> kind == Question.Kind.ANY_OF ? section.text(name) : "";
        return new Question.Words(
                section.text("label"),
                section.text("subject"),
                section.text("title"),
                section.text("hint"),
                section.text("why"),
                section.text("receipt"),
                section.text("change"),
                section.text("first-time"),
                ifSeveral.apply("adding"),
                ifSeveral.apply("dropping"),
                section.text("missing"),
                ifSeveral.apply("not-alone"));
    }

    private static Question.Unknown unknown(YamlMappingReader section, Question.Kind kind) {
        var code = kind == Question.Kind.ANY_OF ? "" : section.text("option");
        var unknown = new Question.Unknown(code, section.text("label"));
        section.nothingElse();
        return unknown;
    }
}
