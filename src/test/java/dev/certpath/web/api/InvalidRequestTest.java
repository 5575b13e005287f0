package dev.certpath.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.recommend.AnswerSet;
import dev.certpath.testsupport.ApiClient;
import dev.certpath.testsupport.ApiClient.Response;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.TestApplication;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Invalid requests get problem details with all violations. */
class InvalidRequestTest {

    private static final String PREVIEW = "/api/v1/preview";
    private static final String SAVE = "/api/v1/recommendations";

    private final ApiClient api = TestApplication.shared().api();

    static Stream<Arguments> invalidValues() {
        return Stream.of(
                Arguments.of("employerCloud", null),
                Arguments.of("employerCloud", "null"),
                Arguments.of("employerCloud", "\"aws\""),
                Arguments.of("employerCloud", "{}"),
                Arguments.of("employerCloud", "[1]"),
                Arguments.of("employerCloud", "[null]"),
                Arguments.of("employerCloud", "[[\"aws\"]]"),
                Arguments.of("employerCloud", "[\"aws\", \"aws\"]"),
                Arguments.of("employerCloud", "[\"aws\", \"none\"]"),
                Arguments.of("employerCloud", "[\"aws\", \"\"]"),
                Arguments.of("employerCloud", "[\"\"]"),
                Arguments.of("employerCloud", "[\"AWS\"]"),
                Arguments.of("employerCloud", "[\"oracle\"]"),
                Arguments.of("targetIndustry", null),
                Arguments.of("targetIndustry", "null"),
                Arguments.of("targetIndustry", "7"),
                Arguments.of("targetIndustry", "true"),
                Arguments.of("targetIndustry", "\"\""),
                Arguments.of("targetIndustry", "\"Retail\""),
                Arguments.of("targetIndustry", "[\"retail\"]"),
                Arguments.of("roleFocus", null),
                Arguments.of("roleFocus", "\"mlops \""),
                Arguments.of("mlBackground", null),
                Arguments.of("mlBackground", "\"undecided\""));
    }

    @ParameterizedTest
    @MethodSource("invalidValues")
    void reportsFieldAndAllowedValues(String field, String value) {
        var body = RequestBodies.good();
        body.remove(field);
        var text = value == null
                ? body.toString()
                : body.toString().replaceFirst("}$", ",\"" + field + "\":" + value + "}");
        var errors = errors(api.posts(PREVIEW, text));
        assertThat(errors).hasSize(1);
        assertThat(errors.get(0).get("field").stringValue()).isEqualTo(field);
        assertThat(errors.get(0).get("message").stringValue()).isNotBlank();
        assertThat(errors.get(0).get("allowed").valueStream().map(JsonNode::stringValue))
                .containsAll(AnswerSet.OPTIONS.get(field));
    }

    @ParameterizedTest
    @ValueSource(strings = {PREVIEW, SAVE})
    void reportsAllViolationsAtOnce(String address) {
        int before = TestApplication.shared().caseCount();
        var errors = errors(api.posts(address, """
                { "employerCloud": ["aws", "none"], "targetIndustry": null, "roleFocus": "dentist",
                  "asOf": "tomorrow", "shoeSize": 44 }
                """));
        assertThat(errors)
                .extracting(error -> error.get("field").stringValue())
                .containsExactlyInAnyOrder(
                        "employerCloud", "targetIndustry", "roleFocus", "mlBackground", "asOf", "shoeSize");
        assertThat(TestApplication.shared().caseCount()).isEqualTo(before);
    }

    @Test
    void reportsUnknownField() {
        var errors = errors(api.posts(
                PREVIEW, RequestBodies.good().put("employercloud", "aws").toString()));
        assertThat(errors).extracting(error -> error.get("field").stringValue()).containsExactly("employercloud");
        assertThat(errors.get(0).get("allowed").valueStream().map(JsonNode::stringValue))
                .containsExactly("employerCloud", "targetIndustry", "roleFocus", "mlBackground", "asOf", "cohort");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-01", "2028-02-29", "2031-11-23"})
    void acceptsDatesOfGuide(String day) {
        var reply = api.posts(PREVIEW, RequestBodies.good().put("asOf", day).toString());
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().get("asOf").stringValue()).isEqualTo(day);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2025-12-31\"",
                "\"2031-11-24\"",
                "\"+999999999-12-31\"",
                "\"2027-02-29\"",
                "\"2026-11-23T10:00:00Z\"",
                "\"23.11.2026\"",
                "\"\"",
                "20261123",
                "null",
                "[\"2026-11-23\"]"
            })
    void rejectsOtherDates(String day) {
        var body = RequestBodies.good().toString().replaceFirst("}$", ",\"asOf\":" + day + "}");
        assertThat(errors(api.posts(PREVIEW, body)))
                .extracting(error -> error.get("field").stringValue())
                .containsExactly("asOf");
    }

    static Stream<String> invalidBodies() {
        var good = RequestBodies.good().toString();
        return Stream.of(
                "",
                " ",
                "{",
                "null",
                "[]",
                "\"aws\"",
                "7",
                "[" + good + "]",
                good + good,
                good + " true",
                good + ",",
                good.replace("}", ",}"),
                good.replace("{", "{\"roleFocus\":\"mlops\","),
                good.replace('"', '\''),
                good.replace("\"mlops\"", "NaN"),
                good.replace("\"mlops\"", "\"ml\u0000ops\""),
                "\u0000" + good,
                "<recommendation/>",
                "employerCloud=aws",
                "[".repeat(5_000),
                "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000));
    }

    @ParameterizedTest
    @MethodSource("invalidBodies")
    void reportsInvalidBodyAsOneViolation(String body) {
        assertThat(errors(api.posts(PREVIEW, body))).hasSize(1);
    }

    @Test
    void rejectsBodyThatIsNotUtf8() {
        byte[] latin =
                RequestBodies.good().put("roleFocus", "caf\u00e9").toString().getBytes(StandardCharsets.ISO_8859_1);
        var reply = api.sends("POST", PREVIEW, BodyPublishers.ofByteArray(latin), "Content-Type", "application/json");
        assertThat(errors(reply)).hasSize(1);
    }

    @Test
    void rejectsTooLargeBodyWithOrWithoutLength() {
        var large = " ".repeat(17 * 1024) + RequestBodies.good();
        isProblem(413, api.posts(PREVIEW, large));
        var chunked =
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8)));
        isProblem(413, api.sends("POST", PREVIEW, chunked, "Content-Type", "application/json"));
    }

    @Test
    void acceptsBodyOfMaximumLength() {
        int rest = 16 * 1024 - RequestBodies.good().toString().length();
        assertThat(api.posts(PREVIEW, " ".repeat(rest) + RequestBodies.good()).status())
                .isEqualTo(200);
    }

    @Test
    void rejectsManyOptions() {
        var options = String.join(
                ",", IntStream.range(0, 100_000).mapToObj(number -> "\"aws\"").toList());
        isProblem(413, api.posts(PREVIEW, "{\"employerCloud\":[" + options + "]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "application/xml", "nonsense"})
    void rejectsOtherContentTypes(String type) {
        var body = BodyPublishers.ofString(RequestBodies.good().toString());
        isProblem(415, api.sends("POST", PREVIEW, body, "Content-Type", type));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "12.0", "5", "-4", "twelve", "", "4&weeks=8"})
    void rejectsOtherNumbersOfWeeks(String weeks) {
        for (String address : List.of("/api/v1/preview", "/api/v1/recommendations")) {
            var reply = TestApplication.shared()
                    .api()
                    .posts(address + "?weeks=" + weeks, RequestBodies.good().toString());
            isProblem(400, reply);
            assertThat(reply.json().at("/errors/0/field").stringValue()).isEqualTo("weeks");
            assertThat(reply.json().at("/errors/0/allowed")).hasSize(4);
        }
    }

    @Test
    void doesNotLogRequests() {
        var log = LogCapture.during(() -> {
            api.sends("POST", PREVIEW, BodyPublishers.ofString("my-secret"), "Content-Type", "my-secret");
            api.gets("/api/v1/guide", "Accept", "text/my-secret");
            api.posts(PREVIEW, "{\"my-secret\": \"my-secret\"");
            api.posts(
                    PREVIEW, RequestBodies.good().put("my-secret", "my-secret").toString());
            api.posts(SAVE, RequestBodies.good().toString(), "Idempotency-Key", "my-secret");
            api.gets(SAVE + "/my-secret");
        });
        assertThat(log.lines()).noneMatch(line -> line.contains("my-secret"));
    }

    @Test
    void rejectsMissingContentType() {
        isProblem(
                415,
                api.sends(
                        "POST",
                        PREVIEW,
                        BodyPublishers.ofString(RequestBodies.good().toString())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/guide", "/api/v1/recommendations/unknown"})
    void answersUnacceptableTypeWith406(String address) {
        isProblem(406, api.gets(address, "Accept", "application/xml"));
    }

    @Test
    void acceptsProblemTypeInAcceptHeader() {
        isProblem(400, api.posts(PREVIEW, "{}", "Accept", "application/json, application/problem+json"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/v1/preview,                 POST",
        "PUT,    /api/v1/preview,                 POST",
        "GET,    /api/v1/recommendations,         POST",
        "DELETE, /api/v1/recommendations,         POST",
        "POST,   /api/v1/guide,                   GET",
        "PATCH,  /api/v1/recommendations/unknown, GET"
    })
    void answersOtherMethodsWith405AndAllow(String method, String address, String allowed) {
        var body = BodyPublishers.ofString(RequestBodies.good().toString());
        var reply = api.sends(method, address, body, "Content-Type", "application/json");
        isProblem(405, reply);
        assertThat(reply.header("Allow").split(",\\s*")).contains(allowed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/", "/api/v1", "/api/v2/guide", "/api/v1/guide/", "/api/v1/recommendations/a/b"})
    void answersUnknownPathWith404(String address) {
        isProblem(404, api.gets(address));
    }

    private static List<JsonNode> errors(Response reply) {
        isProblem(400, reply);
        return reply.json().get("errors").valueStream().toList();
    }

    private static void isProblem(int status, Response reply) {
        assertThat(reply.status()).as(reply.body()).isEqualTo(status);
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        var problem = reply.json();
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        assertThat(problem.get("title").stringValue()).isNotBlank();
        assertThat(problem.get("detail").stringValue()).isNotBlank();
        assertThat(reply.body()).doesNotContain("Exception", "dev.certpath", "\tat ");
        assertThat(reply.header("Set-Cookie")).isEmpty();
    }
}
