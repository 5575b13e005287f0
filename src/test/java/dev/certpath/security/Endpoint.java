package dev.certpath.security;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Something that takes requests: an operation of the OpenAPI document, or a form or link of a page.
 *
 * @param method how it is to be asked
 * @param path where
 * @param kind where its fields go
 * @param fields what it takes, with values that it would accept
 * @param json a body that it would accept; empty unless its kind is JSON
 */
record Endpoint(String method, String path, Kind kind, List<Field> fields, String json) {

    private static final int A_FEW_FIELDS = 3;
    private static final int SIZE_OF_A_DOCUMENT = 3;

    /** Where the fields of a request go. */
    enum Kind {
        QUERY,
        FORM,
        JSON
    }

    /**
     * A field and a value for it, both as they are, not encoded.
     *
     * @param name its name
     * @param value its value
     */
    record Field(String name, String value) {}

    /** The same for someone else, whose forms bear that token, with other words wherever something stands for a case. */
    Endpoint with(String token, UnaryOperator<String> words) {
        var changed = fields.stream()
                .map(field ->
                        new Field(field.name(), field.name().equals("_csrf") ? token : words.apply(field.value())))
                .toList();
        return new Endpoint(method, words.apply(path), kind, changed, words.apply(json));
    }

    /** Whether it takes a password: hashing one takes its time on purpose. */
    boolean isSlow() {
        return kind == Kind.FORM
                && fields.stream().anyMatch(field -> field.name().toLowerCase().contains("password"));
    }

    /** How much there is to spoil, beside those that take nothing, which have a size of one. */
    int size() {
        return kind == Kind.JSON ? SIZE_OF_A_DOCUMENT : 1 + fields.size() / A_FEW_FIELDS;
    }

    /** Whether it asks the same address for the same, and for more. */
    boolean asksForMoreThan(Endpoint other) {
        return method.equals("GET")
                && other.method.equals("GET")
                && path.equals(other.path)
                && names().containsAll(other.names())
                && names().size() > other.names().size();
    }

    private Set<String> names() {
        return fields.stream().map(Field::name).collect(Collectors.toSet());
    }

    /** What makes it another target than others: not the values. */
    String shape() {
        return method + " " + path.replaceAll("[0-9a-z]{26}", "{id}") + " "
                + fields.stream().map(Field::name).distinct().toList();
    }
}
