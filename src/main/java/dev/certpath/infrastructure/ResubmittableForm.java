package dev.certpath.infrastructure;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;

/**
 * A form that could not be taken just now, with everything that was in it, so that its sender need not type it again.
 * Only forms in which people write are given back; none of them holds a password.
 *
 * @param address where it was sent
 * @param fields what was in it, in its order
 */
public record ResubmittableForm(String address, List<Field> fields) {

    /** The fields that people write in; {@code messages.properties} has a label for each. */
    private static final Set<String> WRITTEN = Set.of("name", "email", "note", "message", "words");

    /**
     * A field.
     *
     * @param name its name
     * @param value what was in it
     * @param written whether somebody wrote that, rather than chose it
     */
    public record Field(String name, String value, boolean written) {}

    /** The form of a request that failed; empty where nothing was written. */
    static Optional<ResubmittableForm> of(HttpServletRequest request) {
        if (!HttpMethod.POST.name().equals(request.getAttribute(RequestDispatcher.ERROR_METHOD))) {
            return Optional.empty();
        }
        var fields = request.getParameterMap().entrySet().stream()
                .flatMap(sent -> Stream.of(sent.getValue())
                        .map(value -> new Field(sent.getKey(), value, WRITTEN.contains(sent.getKey()))))
                .toList();
        return fields.stream()
                        .anyMatch(field -> field.written() && !field.value().isBlank())
                ? Optional.of(new ResubmittableForm(
                        String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI)), fields))
                : Optional.empty();
    }
}
