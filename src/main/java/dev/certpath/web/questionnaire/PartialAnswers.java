package dev.certpath.web.questionnaire;

import dev.certpath.guide.Answer;
import dev.certpath.guide.Answers;
import dev.certpath.guide.Guide;
import dev.certpath.guide.InvalidAnswerException;
import dev.certpath.guide.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * The answers that an address or a form carries: some, all or none, and not always readable. Parameters that are not
 * questions of the guide are dropped.
 */
public final class PartialAnswers {

    private final Guide guide;
    private final Map<String, List<String>> codes = new LinkedHashMap<>();

    PartialAnswers(Guide guide, MultiValueMap<String, String> parameters) {
        this.guide = guide;
        for (Question question : guide.questions()) {
            var given = parameters.getOrDefault(question.parameter(), List.of()).stream()
                    .distinct() // the same box ticked in an address twice is ticked
                    .filter(code -> !code.isEmpty() || question.kind() == Question.Kind.ANY_OF)
                    .toList();
            if (!given.isEmpty()) {
                codes.put(question.parameter(), given);
            }
        }
    }

    /** The codes given for each parameter, as given, in the order of the questions. */
    Map<String, List<String>> codes() {
        return codes;
    }

    /** The codes given for a question; empty where it was not answered yet. */
    List<String> codes(Question question) {
        return codes.getOrDefault(question.parameter(), List.of());
    }

    /** The answer to a question, if there is one that can be read. */
    Optional<Answer> answer(Question question) {
        try {
            return Optional.of(question.parse(codes(question)));
        } catch (InvalidAnswerException fault) {
            return Optional.empty();
        }
    }

    /** What keeps a question from being answered, if anything does. */
    Optional<InvalidAnswerException> fault(Question question) {
        try {
            question.parse(codes(question));
            return Optional.empty();
        } catch (InvalidAnswerException fault) {
            return Optional.of(fault);
        }
    }

    /** Everything that keeps questions from being answered, in their order. */
    List<InvalidAnswerException> faults() {
        return guide.questions().stream()
                .flatMap(question -> fault(question).stream())
                .toList();
    }

    /** What was given and can't be an answer, leaving out what was not given at all. */
    List<InvalidAnswerException> mistakes() {
        return faults().stream()
                .filter(fault -> fault.reason() != InvalidAnswerException.Reason.MISSING)
                .toList();
    }

    /** The first question without a readable answer, looking from one question on and then from the start. */
    Optional<Question> gapAfter(Question question) {
        var questions = guide.questions();
        int next = question.position() + 1;
        return Stream.concat(questions.subList(next, questions.size()).stream(), questions.subList(0, next).stream())
                .filter(candidate -> answer(candidate).isEmpty())
                .findFirst();
    }

    /** The first question without a readable answer. */
    Optional<Question> firstGap() {
        return faults().stream().map(InvalidAnswerException::question).findFirst();
    }

    /**
     * The answers, when all are there.
     *
     * @throws dev.certpath.guide.InvalidAnswersException when they are not
     */
    Answers complete() {
        return Answers.parse(guide, codes);
    }
}
