package dev.certpath.web.desk.guide;

import dev.certpath.guide.Answer;
import dev.certpath.guide.Guide;
import dev.certpath.guide.InvalidAnswerException;
import dev.certpath.guide.Question;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;
import org.springframework.validation.MapBindingResult;

/**
 * The answers in the form of a pin.
 *
 * @param codes the codes of the answers by parameter, valid or not; none for "I do not know"
 */
public record PinAnswers(Map<String, List<String>> codes) {

    static final String MODEL_ATTRIBUTE = "pinAnswers";

    /** Reads the answers to the questions of an edition from the parameters of a request; a question without is not known. */
    static PinAnswers read(MultiValueMap<String, String> parameters, Guide guide) {
        var codes = new LinkedHashMap<String, List<String>>();
        guide.questions()
                .forEach(question -> codes.put(
                        question.parameter(),
                        knownCodes(question, parameters.getOrDefault(question.parameter(), List.of()))));
        return new PinAnswers(codes);
    }

    /** The answers of somebody who knows nothing. */
    static PinAnswers none() {
        return new PinAnswers(Map.of());
    }

    /** Whether an option is chosen. */
    public boolean contains(String parameter, String option) {
        return codes.getOrDefault(parameter, List.of()).contains(option);
    }

    /** Validates the answers; each error has the parameter of its question as the field. */
    MapBindingResult validate(Guide guide) {
        var errors = new MapBindingResult(codes, MODEL_ATTRIBUTE);
        guide.questions().forEach(question -> {
            try {
                parse(question);
            } catch (InvalidAnswerException invalid) {
                errors.rejectValue(
                        question.parameter(),
                        "pins.answer." + invalid.reason(),
                        new Object[] {question.texts().label()},
                        null);
            }
        });
        return errors;
    }

    private Answer parse(Question question) {
        var given = codes.getOrDefault(question.parameter(), List.of());
        var unknown = question.unknown();
        return question.parse(given.isEmpty() && unknown != null ? List.of(unknown.code()) : given);
    }

    private static List<String> knownCodes(Question question, List<String> codes) {
        var unknown = question.unknown();
        return codes.stream()
                .distinct()
                .filter(code ->
                        !code.isEmpty() && (unknown == null || !unknown.code().equals(code)))
                .toList();
    }
}
