package dev.certpath.web.api;

import dev.certpath.cases.CurrentDate;
import dev.certpath.guide.Answer;
import dev.certpath.guide.Answers;
import dev.certpath.guide.Guide;
import dev.certpath.guide.InvalidAnswerException;
import dev.certpath.guide.Question;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what programs send, strictly: every fault is found, and all of them are told at once. */
@Component
class RecommendationRequestReader {

    private static final int MOST_BYTES = 16 * 1024;
    private static final int DEEPEST_NESTING = 8;
    private static final int MOST_YEARS_AHEAD = 5;
    private static final String AS_OF = "asOf";

    private final Guide guide;
    private final CurrentDate currentDate;
    private final MessageSource messages;
    private final JsonMapper strict = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST_NESTING)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    RecommendationRequestReader(Guide guide, CurrentDate currentDate, MessageSource messages) {
        this.guide = guide;
        this.currentDate = currentDate;
        this.messages = messages;
    }

    /**
     * Reads a body.
     *
     * @throws InvalidRequestException when anything in it can't be read
     * @throws ResponseStatusException (413) when it is too large
     */
    RecommendationRequest read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        var fields = object(bytes);
        var faults = new ArrayList<FieldViolation>();
        var answers = guide.questions().stream()
                .flatMap(question -> answer(question, fields, faults).stream())
                .toList();
        var asOf = day(fields, faults);
        unknownFields(fields, faults);
        if (!faults.isEmpty()) {
            throw new InvalidRequestException(faults);
        }
        return new RecommendationRequest(new Answers(answers), asOf);
    }

    private JsonNode object(byte[] bytes) {
        try {
            var node = strict.readTree(bytes);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JacksonException broken) {
            // Its words quote what was sent, at any length; one sentence of ours covers every way of being broken.
        }
        throw new InvalidRequestException(List.of(fault("", "api.fault.body", "", List.of())));
    }

    private Optional<Answer> answer(Question question, JsonNode fields, List<FieldViolation> faults) {
        var field = question.parameter();
        var codes = codes(question, fields.get(field));
        if (codes.isEmpty()) {
            var kind = fields.has(field) ? "api.fault.type." + question.kind() : "api.fault.missing";
            faults.add(fault(field, kind, "", question.allowedCodes()));
            return Optional.empty();
        }
        try {
            return Optional.of(question.parse(codes.get()));
        } catch (InvalidAnswerException wrong) {
            faults.add(fault(field, "api.fault." + wrong.reason(), wrong.rejectedCodes(), question.allowedCodes()));
            return Optional.empty();
        }
    }

    /** The codes in a field; empty where it is not there or not of the right type. */
    private static Optional<List<String>> codes(Question question, @Nullable JsonNode value) {
        if (value == null) {
            return Optional.empty();
        }
        if (question.kind() != Question.Kind.ANY_OF) {
            return value.isString() ? Optional.of(List.of(value.stringValue())) : Optional.empty();
        }
        if (!value.isArray() || !value.valueStream().allMatch(RecommendationRequestReader::isOption)) {
            return Optional.empty();
        }
        var codes = value.valueStream().map(JsonNode::stringValue).toList();
        return Optional.of(codes.isEmpty() ? List.of("") : codes);
    }

    /** The empty text says "not known" in forms; in JSON the empty list does, and nothing else. */
    private static boolean isOption(JsonNode item) {
        return item.isString() && !item.stringValue().isEmpty();
    }

    private Optional<LocalDate> day(JsonNode fields, List<FieldViolation> faults) {
        var value = fields.get(AS_OF);
        if (value == null) {
            return Optional.empty();
        }
        var first = guide.validFrom();
        var last = currentDate.get().plusYears(MOST_YEARS_AHEAD);
        var day = day(value).filter(given -> !given.isBefore(first) && !given.isAfter(last));
        if (day.isEmpty()) {
            faults.add(fault(AS_OF, "api.fault.day", first + " to " + last, List.of()));
        }
        return day;
    }

    private static Optional<LocalDate> day(JsonNode value) {
        try {
            return value.isString() ? Optional.of(LocalDate.parse(value.stringValue())) : Optional.empty();
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    private void unknownFields(JsonNode fields, List<FieldViolation> faults) {
        var known = Stream.concat(guide.questions().stream().map(Question::parameter), Stream.of(AS_OF))
                .toList();
        fields.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> faults.add(fault(name, "api.fault.field", "", known)));
    }

    private FieldViolation fault(String field, String message, String detail, List<String> allowed) {
        return new FieldViolation(field, messages.getMessage(message, new Object[] {detail}, Locale.ENGLISH), allowed);
    }
}
