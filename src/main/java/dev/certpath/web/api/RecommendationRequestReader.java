package dev.certpath.web.api;

import dev.certpath.cases.Cohort;
import dev.certpath.cases.CurrentDate;
import dev.certpath.editions.CurrentGuide;
import dev.certpath.guide.Answer;
import dev.certpath.guide.Answers;
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

/** Parses the bodies of requests strictly, and reports all violations at once. */
@Component
class RecommendationRequestReader {

    private static final int MAX_BYTES = 16 * 1024;
    private static final int MAX_NESTING_DEPTH = 8;
    private static final int MAX_YEARS_AHEAD = 5;
    private static final String AS_OF = "asOf";

    private final CurrentGuide currentGuide;
    private final CurrentDate currentDate;
    private final MessageSource messages;
    private final JsonMapper strict = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MAX_NESTING_DEPTH)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    RecommendationRequestReader(CurrentGuide currentGuide, CurrentDate currentDate, MessageSource messages) {
        this.currentGuide = currentGuide;
        this.currentDate = currentDate;
        this.messages = messages;
    }

    /**
     * Parses a body.
     *
     * @throws InvalidRequestException when it is invalid
     * @throws ResponseStatusException with status 413 when it is longer than 16 KiB
     */
    RecommendationRequest read(InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(MAX_BYTES + 1);
        if (bytes.length > MAX_BYTES) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        var fields = parseObject(bytes);
        var violations = new ArrayList<FieldViolation>();
        var answers = currentGuide.guide().questions().stream()
                .flatMap(question -> parseAnswer(question, fields, violations).stream())
                .toList();
        var asOf = parseAsOf(fields, violations);
        rejectUnknownFields(fields, violations);
        if (!violations.isEmpty()) {
            throw new InvalidRequestException(violations);
        }
        return new RecommendationRequest(new Answers(answers), asOf, parseCohort(fields.get(Cohort.PARAMETER)));
    }

    private JsonNode parseObject(byte[] bytes) {
        try {
            var node = strict.readTree(bytes);
            if (node != null && node.isObject()) {
                return node;
            }
        } catch (JacksonException invalid) {
            // Its message quotes the body; the one below does not.
        }
        throw new InvalidRequestException(List.of(violation("", "api.violation.body", "", List.of())));
    }

    private Optional<Answer> parseAnswer(Question question, JsonNode fields, List<FieldViolation> violations) {
        var field = question.parameter();
        var codes = findCodes(question, fields.get(field));
        if (codes.isEmpty()) {
            var kind = fields.has(field) ? "api.violation.type." + question.kind() : "api.violation.missing";
            violations.add(violation(field, kind, "", question.allowedCodes()));
            return Optional.empty();
        }
        try {
            return Optional.of(question.parseOrUnknown(codes.get()));
        } catch (InvalidAnswerException invalid) {
            violations.add(violation(
                    field, "api.violation." + invalid.reason(), invalid.rejectedCodes(), question.allowedCodes()));
            return Optional.empty();
        }
    }

    /** Finds the codes in a field; empty where it is missing but required, or has another type. */
    private static Optional<List<String>> findCodes(Question question, @Nullable JsonNode value) {
        if (value == null) {
            return question.required() ? Optional.empty() : Optional.of(List.of());
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

    /** Only the empty list stands for "not known" in JSON. An empty string, which does in forms, is not an option. */
    private static boolean isOption(JsonNode item) {
        return item.isString() && !item.stringValue().isEmpty();
    }

    private Optional<LocalDate> parseAsOf(JsonNode fields, List<FieldViolation> violations) {
        var value = fields.get(AS_OF);
        if (value == null) {
            return Optional.empty();
        }
        var first = currentGuide.guide().validFrom();
        var last = currentDate.get().plusYears(MAX_YEARS_AHEAD);
        var asOf = parseDate(value).filter(date -> !date.isBefore(first) && !date.isAfter(last));
        if (asOf.isEmpty()) {
            violations.add(violation(AS_OF, "api.violation.date", first + " to " + last, List.of()));
        }
        return asOf;
    }

    /** Parses where the student came from. Anything else is dropped, as it is in URLs: nobody loses a result for it. */
    private static Optional<Cohort> parseCohort(@Nullable JsonNode value) {
        return value != null && value.isString() ? Cohort.parse(value.stringValue()) : Optional.empty();
    }

    private static Optional<LocalDate> parseDate(JsonNode value) {
        try {
            return value.isString() ? Optional.of(LocalDate.parse(value.stringValue())) : Optional.empty();
        } catch (DateTimeParseException invalid) {
            return Optional.empty();
        }
    }

    private void rejectUnknownFields(JsonNode fields, List<FieldViolation> violations) {
        var guide = currentGuide.guide();
        var known = Stream.concat(
                        guide.questions().stream().map(Question::parameter), Stream.of(AS_OF, Cohort.PARAMETER))
                .toList();
        fields.propertyNames().stream()
                .filter(name ->
                        !known.contains(name) && !guide.retiredParameters().contains(name))
                .forEach(name -> violations.add(violation(name, "api.violation.field", "", known)));
    }

    private FieldViolation violation(String field, String key, String argument, List<String> allowed) {
        return new FieldViolation(field, messages.getMessage(key, new Object[] {argument}, Locale.ENGLISH), allowed);
    }
}
