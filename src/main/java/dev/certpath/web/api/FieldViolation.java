package dev.certpath.web.api;

import java.util.List;

/**
 * Something wrong with a field of a request.
 *
 * @param field its name; empty for the request as a whole
 * @param message what is wrong
 * @param allowed what it may be, where that is a list
 */
record FieldViolation(String field, String message, List<String> allowed) {}
