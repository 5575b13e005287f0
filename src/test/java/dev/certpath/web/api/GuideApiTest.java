package dev.certpath.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.certpath.guide.Condition;
import dev.certpath.guide.Option;
import dev.certpath.guide.Question;
import dev.certpath.guide.Rule;
import dev.certpath.recommend.AnswerSet;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.RawHttp;
import dev.certpath.testsupport.SampleStudent;
import dev.certpath.testsupport.TestApplication;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The guide as JSON, compared with the guide in force, and the OpenAPI document. */
class GuideApiTest {

    private final JsonNode document =
            TestApplication.shared().api().gets("/api/v1/guide").json();

    @Test
    void hasQuestionsWithOptions() {
        assertThat(all("questions"))
                .extracting(
                        question -> text(question, "question"),
                        question -> text(question, "page"),
                        question -> codes(question.get("options")))
                .containsExactlyElementsOf(SampleStudent.GUIDE.questions().stream()
                        .map(question -> tuple(question.parameter(), question.code(), codes(question)))
                        .toList());
    }

    @Test
    void hasRulesWithPointsAndConditions() {
        assertThat(all("rules"))
                .extracting(
                        rule -> text(rule, "rule"),
                        rule -> text(rule, "track"),
                        rule -> rule.get("points").intValue(),
                        rule -> text(rule, "text"),
                        rule -> text(rule, "basis"),
                        GuideApiTest::when)
                .containsExactlyElementsOf(SampleStudent.GUIDE.rules().stream()
                        .map(rule -> tuple(
                                rule.code(), rule.track().code(), rule.points(), rule.text(), rule.basis(), when(rule)))
                        .toList());
    }

    @Test
    void hasTracksWithExams() {
        assertThat(all("tracks"))
                .extracting(track -> text(track, "track"), track -> texts(track.get("exams")))
                .containsExactly(
                        tuple("aws", List.of("MLS-C01", "MLA-C01", "ME1-C02", "MLA-C02")),
                        tuple("google", List.of("PMLE")),
                        tuple("azure", List.of("AI-102", "AI-103")));
    }

    @Test
    void hasExamsWithDatesAndSources() {
        assertThat(all("exams"))
                .extracting(
                        exam -> text(exam, "code"),
                        exam -> text(exam, "opens"),
                        exam -> text(exam, "closes"),
                        exam -> text(exam, "checked"),
                        exam -> exam.get("sources").size())
                .containsExactlyElementsOf(SampleStudent.GUIDE.exams().stream()
                        .map(exam -> tuple(
                                exam.code(),
                                exam.availability().opens() == null
                                        ? null
                                        : exam.availability().opens().toString(),
                                exam.availability().closes() == null
                                        ? null
                                        : exam.availability().closes().toString(),
                                exam.checked().toString(),
                                exam.sources().size()))
                        .toList());
    }

    @Test
    void hasSettingsOfTiesAndSeconds() {
        assertThat(document.get("edition").intValue()).isEqualTo(SampleStudent.GUIDE.edition());
        assertThat(texts(document.get("tieBreak")))
                .containsExactly("employerCloud", "roleFocus", "targetIndustry", "mlBackground");
        assertThat(document.get("closeCall").intValue()).isEqualTo(SampleStudent.GUIDE.closeCall());
        assertThat(document.get("outweighs").intValue()).isEqualTo(SampleStudent.GUIDE.overrideLead());
    }

    @Test
    void hasAnEtagThatSavesTransfers() {
        var api = TestApplication.shared().api();
        var etag = api.gets("/api/v1/guide").header("ETag");
        assertThat(etag).startsWith("W/");
        var again = api.gets("/api/v1/guide", "If-None-Match", etag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(api.gets("/api/v1/guide", "If-None-Match", "W/\"other\"").status())
                .isEqualTo(200);
    }

    @Test
    void hasEveryEdition() {
        var api = TestApplication.shared().api();
        assertThat(api.gets("/api/v1/guide/editions/2").json()).isEqualTo(document);
        var first = api.gets("/api/v1/guide/editions/1").json();
        assertThat(first.get("edition").intValue()).isEqualTo(1);
        assertThat(first.get("exams")).isEqualTo(document.get("exams"));
        assertThat(api.gets("/api/v1/guide/editions/3").status()).isEqualTo(404);
        assertThat(api.gets("/api/v1/guide/editions/x").status()).isEqualTo(400);
    }

    @Test
    void describesAllOperations() {
        var reply = TestApplication.shared().api().gets("/v3/api-docs");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(text(reply.json(), "openapi")).startsWith("3.1");
        var paths = reply.json().get("paths");
        assertThat(paths.propertyNames())
                .containsExactlyInAnyOrder(
                        "/api/v1/recommendations",
                        "/api/v1/recommendations/{id}",
                        "/api/v1/shared/{shareId}",
                        "/api/v1/preview",
                        "/api/v1/guide",
                        "/api/v1/guide/editions/{number}");
        assertThat(paths.get("/api/v1/recommendations").propertyNames()).containsExactly("post");
        assertThat(paths.get("/api/v1/recommendations/{id}").propertyNames()).containsExactly("get");
        assertThat(paths.get("/api/v1/preview").propertyNames()).containsExactly("post");
        assertThat(paths.get("/api/v1/guide").propertyNames()).containsExactly("get");
    }

    @ParameterizedTest
    @CsvSource({
        "/paths/~1api~1v1~1recommendations/post,         200 201 400 413 415 422 429 503",
        "/paths/~1api~1v1~1recommendations~1{id}/get,    200 400 404 503",
        "/paths/~1api~1v1~1shared~1{shareId}/get,        200 400 404 503",
        "/paths/~1api~1v1~1preview/post,                 200 400 413 415 429",
        "/paths/~1api~1v1~1guide/get,                    200",
        "/paths/~1api~1v1~1guide~1editions~1{number}/get, 200 400 404 503"
    })
    void describesTheResponsesOfEachOperation(String operation, String statuses) {
        var api = TestApplication.shared().api().gets("/v3/api-docs").json();
        var responses = api.at(operation).get("responses");
        assertThat(responses.propertyNames()).containsExactlyInAnyOrder(statuses.split(" "));
        responses.forEachEntry((status, response) -> {
            assertThat(text(response, "description")).as(status).isNotBlank();
            var type = status.startsWith("2") ? "application/json" : "application/problem+json";
            assertThat(response.get("content").propertyNames()).as(status).containsExactly(type);
        });
    }

    /** The document is created at the first request. */
    @Test
    void openApiDocumentIsCreatedWithoutWarnings() {
        try (var site = TestApplication.start()) {
            var log = LogCapture.during(
                    () -> assertThat(site.api().gets("/v3/api-docs").status()).isEqualTo(200));
            assertThat(log.warnings()).isEmpty();
        }
    }

    @Test
    void openApiServerDoesNotDependOnTheHostHeader() {
        var response = RawHttp.send(
                TestApplication.shared(),
                "GET /v3/api-docs HTTP/1.1\r\nHost: made-up.example\r\nConnection: close\r\n\r\n");
        assertThat(response.status()).isEqualTo(200);
        assertThat(response.body()).contains("\"servers\":[{\"url\":\"/\"}]").doesNotContain("made-up");
        var later = TestApplication.shared().api().gets("/v3/api-docs").json();
        assertThat(later.get("servers").toString()).isEqualTo("[{\"url\":\"/\"}]");
    }

    @Test
    void describesTheBodyOfRequestsWithTheOptionsOfTheGuide() {
        var api = TestApplication.shared().api().gets("/v3/api-docs").json();
        for (String path : List.of("preview", "recommendations")) {
            var body = api.at("/paths/~1api~1v1~1" + path + "/post/requestBody");
            assertThat(body.get("required").booleanValue()).isTrue();
            assertThat(body.at("/content/application~1json/schema/$ref").stringValue())
                    .isEqualTo("#/components/schemas/Answers");
        }
        var roles = api.at("/components/schemas/Answers/properties/roleFocus/enum");
        assertThat(texts(roles))
                .startsWith(AnswerSet.OPTIONS.get("roleFocus").toArray(String[]::new))
                .endsWith("undecided");
    }

    private List<JsonNode> all(String field) {
        return document.get(field).valueStream().toList();
    }

    private static @Nullable Map<String, List<String>> when(JsonNode rule) {
        var when = rule.get("when");
        return when.isNull()
                ? null
                : when.propertyStream().collect(Collectors.toMap(Map.Entry::getKey, entry -> texts(entry.getValue())));
    }

    private static @Nullable Map<String, List<String>> when(Rule rule) {
        return rule.condition() instanceof Condition.AnyOptionChosen chosen
                ? Map.of(
                        chosen.question().parameter(),
                        chosen.options().stream().map(Option::code).toList())
                : null;
    }

    private static List<String> codes(Question question) {
        return question.options().stream().map(Option::code).toList();
    }

    private static List<String> codes(JsonNode options) {
        return options.valueStream().map(option -> text(option, "code")).toList();
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::stringValue).toList();
    }

    private static @Nullable String text(JsonNode node, String field) {
        var value = node.get(field);
        return value.isNull() ? null : value.stringValue();
    }
}
