package dev.certpath.guide;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Optional;

/** Reads the example of an edition. */
final class ExampleReader {

    private ExampleReader() {}

    /** Reads the example of an edition with these questions; empty if it has none. */
    static Optional<Example> read(YamlMappingReader edition, Collection<Question> questions) {
        if (!edition.has("example")) {
            return Optional.empty();
        }
        var section = edition.section("example");
        var example = new Example(section.text("text"), readAnswers(section, questions));
        section.rejectUnknownKeys();
        return Optional.of(example);
    }

    private static Answers readAnswers(YamlMappingReader section, Collection<Question> questions) {
        var answers = new ArrayList<Answer>();
        if (section.has("answers")) {
            var codes = section.section("answers");
            questions.forEach(question -> readAnswer(codes, question).ifPresent(answers::add));
            codes.rejectUnknownKeys();
        } else {
            section.addViolation("'answers' is missing");
        }
        return new Answers(answers);
    }

    private static Optional<Answer> readAnswer(YamlMappingReader codes, Question question) {
        try {
            return Optional.of(question.parseOrUnknown(codes.texts(question.code())));
        } catch (InvalidAnswerException invalid) {
            codes.addViolationAt(
                    question.code(),
                    "there is no valid answer to question " + question.code() + ", its options are "
                            + question.allowedCodes());
            return Optional.empty();
        }
    }
}
