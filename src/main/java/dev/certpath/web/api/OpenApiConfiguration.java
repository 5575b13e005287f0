package dev.certpath.web.api;

import dev.certpath.cases.Cohort;
import dev.certpath.editions.CurrentGuide;
import dev.certpath.guide.Question;
import dev.certpath.recommend.BookableExam;
import dev.certpath.recommend.Plan;
import dev.certpath.recommend.Recommendation;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.servers.Server;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/**
 * Adds schemas to the OpenAPI document that depend on the guide, and marks required and nullable properties. Annotations
 * of the controllers describe the operations.
 */
@Component
class OpenApiConfiguration implements GlobalOpenApiCustomizer {

    static final String ANSWERS = "#/components/schemas/Answers";
    static final String SAVED_RECOMMENDATION = "#/components/schemas/SavedRecommendation";
    static final String SHARED_RECOMMENDATION = "#/components/schemas/SharedRecommendation";

    private final CurrentGuide currentGuide;

    OpenApiConfiguration(CurrentGuide currentGuide) {
        this.currentGuide = currentGuide;
        // Annotations name the schemas of these responses, and springdoc logs a warning for setters of this class.
        SpringDocUtils.getConfig().replaceWithSchema(ObjectNode.class, object());
    }

    @Override
    public void customise(OpenAPI api) {
        api.info(new Info()
                .title("Certpath")
                .version("v1")
                .description("Which cloud AI certification to take first and which second, with the points behind it."
                        + " Errors are problem details (RFC 9457)."));
        // Not from the request's Host header, which a document in a cache would pass on to others.
        api.servers(List.of(new Server().url("/")));
        describeNulls(api.getComponents());
        var schemas = api.getComponents().getSchemas();
        schemas.put("Answers", answers());
        schemas.put("Problem", problem());
        schemas.computeIfPresent("Recommendation", (name, schema) -> addPlan(addAnswers(schema)));
        schemas.put("SharedRecommendation", sharedRecommendation());
        schemas.put("SavedRecommendation", savedRecommendation());
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(OpenApiConfiguration::describeProblems);
    }

    /** Sets the content of all error responses. */
    private static void describeProblems(Operation operation) {
        var schema = new JsonSchema().$ref("#/components/schemas/Problem");
        var content = new Content().addMediaType("application/problem+json", new MediaType().schema(schema));
        operation.getResponses().forEach((status, response) -> {
            if (!status.startsWith("2")) {
                response.setContent(content);
            }
        });
    }

    private Schema<?> answers() {
        var schema = object();
        for (Question question : currentGuide.guide().questions()) {
            schema.addProperty(question.parameter(), answer(question));
        }
        schema.setRequired(currentGuide.guide().questions().stream()
                .filter(Question::required)
                .map(Question::parameter)
                .toList());
        schema.addProperty(
                "asOf",
                type("string").format("date").description("The date for which exams are looked up; by default today"));
        schema.addProperty(
                Cohort.PARAMETER,
                type("string")
                        .description("Where the student came from: " + Cohort.REGEX + "; anything else is dropped"));
        schema.setAdditionalProperties(false);
        return schema;
    }

    private static Schema<?> answer(Question question) {
        var option = type("string");
        question.allowedCodes().forEach(option::addEnumItemObject);
        if (question.kind() != Question.Kind.ANY_OF) {
            return option.description(question.texts().title());
        }
        return type("array")
                .items(option)
                .uniqueItems(true)
                .description(question.texts().title());
    }

    /** The answers in a recommendation have the names of those in a request. */
    private Schema<?> addAnswers(Schema<?> schema) {
        var answers = answers();
        answers.getProperties().keySet().removeAll(List.of("asOf", Cohort.PARAMETER));
        schema.addProperty("answers", answers);
        schema.addRequiredItem("answers");
        return schema;
    }

    /** The steps of the plan, which is no part of the stored recommendation. */
    private static Schema<?> addPlan(Schema<?> schema) {
        var what = type("string");
        Stream.of(Plan.What.values()).map(Plan.What::toString).forEach(what::addEnumItemObject);
        var step = object();
        step.addProperty("on", type("string").format("date"));
        step.addProperty("what", what);
        step.addProperty("exam", orNull(new JsonSchema().$ref("#/components/schemas/BookableExam")));
        step.setRequired(List.of("on", "what", "exam"));
        schema.addProperty("plan", type("array").items(step));
        schema.addRequiredItem("plan");
        return schema;
    }

    private static Schema<?> sharedRecommendation() {
        return new JsonSchema()
                .allOf(List.of(
                        texts("reference", "shareUrl"), new JsonSchema().$ref("#/components/schemas/Recommendation")));
    }

    private static Schema<?> savedRecommendation() {
        var forOwners = texts("id", "url");
        forOwners.addProperty(Cohort.PARAMETER, orNull(cohort()));
        forOwners.addRequiredItem(Cohort.PARAMETER);
        return new JsonSchema().allOf(List.of(forOwners, new JsonSchema().$ref(SHARED_RECOMMENDATION)));
    }

    private static Schema<?> cohort() {
        return type("string").pattern(Cohort.REGEX).description("Where the student came from");
    }

    /** An object with required texts. */
    private static Schema<?> texts(String... names) {
        var schema = object();
        for (String name : names) {
            schema.addProperty(name, type("string"));
            schema.addRequiredItem(name);
        }
        return schema;
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

    /** Marks the properties of records as required, and nullable ones as such. */
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
}
