package dev.certpath.web.questionnaire;

import dev.certpath.cases.Cohort;
import dev.certpath.cases.SavedRecommendation;
import dev.certpath.guide.Answer;
import dev.certpath.guide.Answers;
import dev.certpath.guide.Guide;
import dev.certpath.guide.InvalidAnswerException;
import dev.certpath.guide.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.util.MultiValueMap;

/**
 * The answers in the parameters of a URL or a form: some, all or none of them, and not necessarily valid. With them go
 * where the student came from, and the recommendation whose answers are changed. Other parameters are ignored.
 */
public final class PartialAnswers {

    private static final Pattern ID = Pattern.compile("[0-9a-z]{26}");

    private final Guide guide;
    private final Map<String, List<String>> codes = new LinkedHashMap<>();
    private final Optional<Cohort> cohort;
    private final Optional<String> recommendation;

    /** Reads everything that pages carry along. */
    PartialAnswers(Guide guide, MultiValueMap<String, String> parameters) {
        this(
                guide,
                parameters,
                Optional.ofNullable(parameters.getFirst(Cohort.PARAMETER)).flatMap(Cohort::parse),
                Optional.ofNullable(parameters.getFirst(QuestionnaireUrls.OF))
                        .filter(id -> ID.matcher(id).matches()));
    }

    /** Reads other answers than those of a saved recommendation. */
    PartialAnswers(Guide guide, MultiValueMap<String, String> parameters, SavedRecommendation changed) {
        this(guide, parameters, changed.cohort(), Optional.of(changed.id()));
    }

    private PartialAnswers(
            Guide guide,
            MultiValueMap<String, String> parameters,
            Optional<Cohort> cohort,
            Optional<String> recommendation) {
        this.guide = guide;
        this.cohort = cohort;
        this.recommendation = recommendation;
        for (Question question : guide.questions()) {
            var values = parameters.getOrDefault(question.parameter(), List.of()).stream()
                    .map(code -> code.isEmpty() ? emptyCode(question) : code)
                    .distinct() // a URL may repeat an option
                    .filter(code -> !code.isEmpty() || question.kind() == Question.Kind.ANY_OF)
                    .toList();
            if (!values.isEmpty()) {
                codes.put(question.parameter(), values);
            }
        }
    }

    /** The code that an empty value stands for: "I do not know", unless the question must be answered. */
    private static String emptyCode(Question question) {
        var unknown = question.unknown();
        return unknown == null || question.required() ? "" : unknown.code();
    }

    /** The codes for each question, valid or not, in the order of the questions. */
    Map<String, List<String>> codes() {
        return codes;
    }

    /**
     * Everything that is carried along from page to page: the codes, where the student came from, and the recommendation
     * whose answers are changed.
     */
    Map<String, List<String>> parameters() {
        var parameters = new LinkedHashMap<>(codes);
        cohort.ifPresent(known -> parameters.put(Cohort.PARAMETER, List.of(known.code())));
        recommendation.ifPresent(id -> parameters.put(QuestionnaireUrls.OF, List.of(id)));
        return parameters;
    }

    /** The same without the codes for a question. */
    Map<String, List<String>> parametersWithout(Question question) {
        var parameters = parameters();
        parameters.remove(question.parameter());
        return parameters;
    }

    /** Where the student came from, if known. */
    Optional<Cohort> cohort() {
        return cohort;
    }

    /** The id of the recommendation whose answers are changed, if they are. */
    Optional<String> recommendation() {
        return recommendation;
    }

    /** The codes for a question, valid or not; empty where it is not answered. */
    List<String> codes(Question question) {
        return codes.getOrDefault(question.parameter(), List.of());
    }

    /** Finds the answer to a question, if there is a valid one. */
    Optional<Answer> findAnswer(Question question) {
        try {
            return Optional.of(question.parse(codes(question)));
        } catch (InvalidAnswerException invalid) {
            return Optional.empty();
        }
    }

    /** Finds what is wrong with the answer to a question: invalid or missing. */
    Optional<InvalidAnswerException> findError(Question question) {
        try {
            question.parse(codes(question));
            return Optional.empty();
        } catch (InvalidAnswerException invalid) {
            return Optional.of(invalid);
        }
    }

    /** Finds the invalid and the missing answers, in the order of the questions. */
    List<InvalidAnswerException> findErrors() {
        return guide.questions().stream()
                .flatMap(question -> findError(question).stream())
                .toList();
    }

    /** Finds the invalid answers without the missing ones, in the order of the questions. */
    List<InvalidAnswerException> findInvalidAnswers() {
        return findErrors().stream()
                .filter(error -> error.reason() != InvalidAnswerException.Reason.MISSING)
                .toList();
    }

    /** Finds the first question with an answer that is not one of its options. */
    Optional<Question> findUnknownOption() {
        return findErrors().stream()
                .filter(error -> error.reason() == InvalidAnswerException.Reason.UNKNOWN_OPTION)
                .map(InvalidAnswerException::question)
                .findFirst();
    }

    /** Finds the next question without a valid answer, starting after a question and continuing at the first one. */
    Optional<Question> findUnansweredAfter(Question question) {
        var questions = guide.questions();
        int next = question.position() + 1;
        return Stream.concat(questions.subList(next, questions.size()).stream(), questions.subList(0, next).stream())
                .filter(candidate -> findAnswer(candidate).isEmpty())
                .findFirst();
    }

    /** Finds the first question without a valid answer. */
    Optional<Question> findFirstUnanswered() {
        return findErrors().stream().map(InvalidAnswerException::question).findFirst();
    }

    /**
     * Returns the answers to all questions.
     *
     * @throws dev.certpath.guide.InvalidAnswersException when an answer is invalid or missing
     */
    Answers toAnswers() {
        return Answers.parse(guide, codes);
    }
}
