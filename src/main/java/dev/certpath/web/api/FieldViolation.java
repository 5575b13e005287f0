package dev.certpath.web.api;

import java.util.List;

/**
 * A violation in the body of a request, as JSON.
 *
 * @param field the name of the field; empty for the whole body
 * @param message what is wrong
 * @param allowed the allowed values; empty where they can't be listed
 */
record FieldViolation(String field, String message, List<String> allowed) {}
