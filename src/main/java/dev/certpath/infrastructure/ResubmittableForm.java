package dev.certpath.infrastructure;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;

/**
 * A submitted form that could not be saved, with all its values, so that the error page can offer to send it again. Only
 * forms with text fields are resubmittable; none of them has a password.
 *
 * @param action the URL path that the form was sent to
 * @param fields the fields in the order of the request
 */
public record ResubmittableForm(String action, List<Field> fields) {

    /** The names of text fields; {@code messages.properties} has a label for each ({@code resubmit.*}). */
    private static final Set<String> TEXT_FIELDS = Set.of("name", "email", "note", "message", "words");

    /**
     * A form field.
     *
     * @param name its name
     * @param value its value
     * @param isText whether it is a text field, whose value the page shows and lets the user change
     */
    public record Field(String name, String value, boolean isText) {}

    /** Returns the form of a failed request; empty if it is no POST request or has no text. */
    static Optional<ResubmittableForm> of(HttpServletRequest request) {
        if (!HttpMethod.POST.name().equals(request.getAttribute(RequestDispatcher.ERROR_METHOD))) {
            return Optional.empty();
        }
        var fields = request.getParameterMap().entrySet().stream()
                .flatMap(parameter -> Stream.of(parameter.getValue())
                        .map(value -> new Field(parameter.getKey(), value, TEXT_FIELDS.contains(parameter.getKey()))))
                .toList();
        return fields.stream()
                        .anyMatch(field -> field.isText() && !field.value().isBlank())
                ? Optional.of(new ResubmittableForm(
                        String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)), fields))
                : Optional.empty();
    }
}
