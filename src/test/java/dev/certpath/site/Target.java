package dev.certpath.site;

import java.util.List;

/**
 * Something that takes requests: an operation of the OpenAPI document, or a form or link of a page.
 *
 * @param method how it is to be asked
 * @param path where
 * @param kind where its fields go
 * @param fields what it takes, with values that it would accept
 * @param json a body that it would accept; empty unless its kind is JSON
 */
record Target(String method, String path, Kind kind, List<Field> fields, String json) {

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

    /** Whether it takes a password: hashing one takes its time on purpose. */
    boolean isSlow() {
        return kind == Kind.FORM
                && fields.stream().anyMatch(field -> field.name().toLowerCase().contains("password"));
    }

    /** What makes it another target than others: not the values. */
    String shape() {
        return method + " " + path.replaceAll("[0-9a-z]{26}", "{id}") + " "
                + fields.stream().map(Field::name).distinct().toList();
    }
}
