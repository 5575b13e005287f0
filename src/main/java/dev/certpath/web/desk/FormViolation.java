package dev.certpath.web.desk;

import java.util.List;

/**
 * A validation error of a form.
 *
 * @param field the id of the invalid form control
 * @param code the key of the message in {@code messages.properties}
 * @param arguments the arguments of the message
 */
public record FormViolation(String field, String code, List<Object> arguments) {

    public FormViolation(String field, String code, Object... arguments) {
        this(field, code, List.of(arguments));
    }
}
