package dev.certpath.web.desk;

import java.util.List;

/**
 * Something wrong with a form.
 *
 * @param field the id of the control to go to
 * @param code the code of the message that says what to do
 * @param values what the message names
 */
public record FormViolation(String field, String code, List<Object> values) {

    public FormViolation(String field, String code, Object... values) {
        this(field, code, List.of(values));
    }
}
