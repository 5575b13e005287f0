package dev.certpath.web.api;

import dev.certpath.guide.Guide;
import dev.certpath.guide.Question;
import dev.certpath.recommend.BookableExam;
import dev.certpath.recommend.Recommendation;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Adds to the OpenAPI document what can't be seen from the code: requests are read by hand, so that every fault is
 * found, and their options come from the guide.
 */
@Component
class OpenApiConfiguration implements GlobalOpenApiCustomizer {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final String SCHEMAS = "#/components/schemas/";

    private final Guide guide;
    private final MessageSource messages;

    OpenApiConfiguration(Guide guide, MessageSource messages) {
        this.guide = guide;
        this.messages = messages;
    }

    @Override
    public void customise(OpenAPI api) {
        api.info(new Info().title("Certpath").version("v1").description(text("about")));
        var schemas = api.getComponents().getSchemas();
        describeNulls(api.getComponents());
        schemas.put("Answers", answers());
        schemas.put("Problem", problem());
        schemas.computeIfPresent("Recommendation", (name, schema) -> recommendation(schema));
        schemas.put("SavedRecommendation", saved());
        api.getPaths().forEach((path, item) -> describe(path, item));
    }

    private void describe(String path, PathItem item) {
        if (item.getPost() != null) {
            item.getPost().requestBody(new RequestBody().required(true).content(json(reference("Answers"))));
            item.getPost().setResponses(new ApiResponses());
            boolean saves = path.endsWith("/recommendations");
            answer(item.getPost(), "200", saves ? "SavedRecommendation" : "Recommendation");
            if (saves) {
                answer(item.getPost(), "201", "SavedRecommendation");
                refuse(item.getPost(), "422", "503");
            }
            refuse(item.getPost(), "400", "413", "415", "429");
        }
        if (item.getGet() != null && path.endsWith("{id}")) {
            answer(item.getGet(), "200", "SavedRecommendation");
            refuse(item.getGet(), "404", "503");
        }
    }

    private void answer(Operation operation, String status, String schema) {
        operation
                .getResponses()
                .addApiResponse(
                        status, new ApiResponse().description(text(status)).content(json(reference(schema))));
    }

    private void refuse(Operation operation, String... statuses) {
        for (String status : statuses) {
            var content = new Content().addMediaType(PROBLEM, new MediaType().schema(reference("Problem")));
            operation
                    .getResponses()
                    .addApiResponse(
                            status, new ApiResponse().description(text(status)).content(content));
        }
    }

    private Schema<?> answers() {
        var schema = object();
        for (Question question : guide.questions()) {
            schema.addProperty(question.parameter(), answer(question));
        }
        schema.setRequired(guide.questions().stream().map(Question::parameter).toList());
        schema.addProperty("asOf", text(type("string").format("date"), text("asOf")));
        schema.setAdditionalProperties(false);
        return schema;
    }

    private static Schema<?> answer(Question question) {
        var option = type("string");
        question.allowedCodes().forEach(option::addEnumItemObject);
        if (question.kind() != Question.Kind.ANY_OF) {
            return text(option, question.texts().title());
        }
        return text(
                type("array").items(option).uniqueItems(true), question.texts().title());
    }

    /** The answers come back under the names they were sent with. */
    private Schema<?> recommendation(Schema<?> schema) {
        var answers = answers();
        answers.getProperties().remove("asOf");
        schema.addProperty("answers", answers);
        schema.addRequiredItem("answers");
        return schema;
    }

    private static Schema<?> saved() {
        var names = object();
        for (String name : List.of("id", "reference", "url")) {
            names.addProperty(name, type("string"));
            names.addRequiredItem(name);
        }
        return new JsonSchema().allOf(List.of(names, reference("Recommendation")));
    }

    private static Schema<?> problem() {
        var error = object();
        error.addProperty("field", type("string"));
        error.addProperty("message", type("string"));
        error.addProperty("allowed", type("array").items(type("string")));
        var problem = object();
        problem.addProperty("title", type("string"));
        problem.addProperty("status", type("integer"));
        problem.addProperty("detail", type("string"));
        problem.addProperty("instance", type("string"));
        problem.addProperty("errors", type("array").items(error));
        return problem;
    }

    /** Every component of a record is always there; those that may be null say so. */
    private static void describeNulls(Components components) {
        Stream.of(Recommendation.class, BookableExam.class, GuideResponse.class)
                .flatMap(type -> Stream.concat(Stream.of(type), Stream.of(type.getDeclaredClasses())))
                .filter(Class::isRecord)
                .forEach(type -> Optional.<Schema<?>>ofNullable(
                                components.getSchemas().get(type.getSimpleName()))
                        .ifPresent(schema -> describeNulls(type, schema)));
    }

    private static void describeNulls(Class<?> type, Schema<?> schema) {
        for (RecordComponent component : type.getRecordComponents()) {
            schema.addRequiredItem(component.getName());
            var property = schema.getProperties().get(component.getName());
            if (component.getAnnotatedType().isAnnotationPresent(Nullable.class) && property != null) {
                schema.getProperties().put(component.getName(), orNull(property));
            }
        }
    }

    private static Schema<?> orNull(Schema<?> schema) {
        return new JsonSchema().anyOf(List.of(schema, type("null")));
    }

    private static Schema<Object> object() {
        return type("object");
    }

    private static Schema<Object> type(String type) {
        var schema = new JsonSchema();
        schema.setTypes(Set.of(type));
        return schema;
    }

    private static Schema<?> reference(String name) {
        return new JsonSchema().$ref(SCHEMAS + name);
    }

    private static Schema<?> text(Schema<?> schema, String description) {
        return schema.description(description);
    }

    private static Content json(Schema<?> schema) {
        return new Content().addMediaType(JSON, new MediaType().schema(schema));
    }

    private String text(String key) {
        return messages.getMessage("api.doc." + key, null, Locale.ENGLISH);
    }
}
