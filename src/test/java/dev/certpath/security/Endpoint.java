package dev.certpath.security;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * An endpoint with a valid request: an operation of the OpenAPI document, or a form or link of a page.
 *
 * @param method the HTTP method
 * @param path the URL path
 * @param kind where the fields are sent
 * @param fields the fields with valid values
 * @param json a valid body; empty unless the kind is JSON
 */
record Endpoint(String method, String path, Kind kind, List<Field> fields, String json) {

    private static final int FIELDS_PER_WEIGHT = 3;
    private static final int JSON_WEIGHT = 3;

    /** Where the fields of a request are sent. */
    enum Kind {
        QUERY,
        FORM,
        JSON
    }

    /**
     * A field with a value.
     *
     * @param name the name, not encoded
     * @param value the value, not encoded
     */
    record Field(String name, String value) {}

    /** Returns a copy with another CSRF token, and with all other texts changed by the operator. */
    Endpoint with(String csrfToken, UnaryOperator<String> replacement) {
        var changed = fields.stream()
                .map(field -> new Field(
                        field.name(), field.name().equals("_csrf") ? csrfToken : replacement.apply(field.value())))
                .toList();
        return new Endpoint(method, replacement.apply(path), kind, changed, replacement.apply(json));
    }

    /** Returns whether the endpoint takes a password, whose hashing is slow on purpose. */
    boolean isSlow() {
        return kind == Kind.FORM
                && fields.stream().anyMatch(field -> field.name().toLowerCase().contains("password"));
    }

    /** Returns how often the endpoint is fuzzed in proportion to endpoints without fields, which have a weight of 1. */
    int weight() {
        return kind == Kind.JSON ? JSON_WEIGHT : 1 + fields.size() / FIELDS_PER_WEIGHT;
    }

    /** Returns whether both are GET requests of one path, and this one has all fields of the other and more. */
    boolean hasMoreFieldsThan(Endpoint other) {
        return method.equals("GET")
                && other.method.equals("GET")
                && path.equals(other.path)
                && fieldNames().containsAll(other.fieldNames())
                && fieldNames().size() > other.fieldNames().size();
    }

    private Set<String> fieldNames() {
        return fields.stream().map(Field::name).collect(Collectors.toSet());
    }

    /** Returns what identifies the endpoint: method, path and field names without values. */
    String signature() {
        return method + " " + path.replaceAll("[0-9a-z]{26}", "{id}") + " "
                + fields.stream().map(Field::name).distinct().toList();
    }
}
