package dev.certpath.infrastructure;

import java.util.Optional;
import org.apache.catalina.connector.Request;

/**
 * The context path of the application for valves, which also see requests that no application was found for.
 *
 * @param value the path, empty for the root
 */
record ContextPath(String value) {

    /** Returns whether the path of a request, after the context path, begins with a prefix. */
    boolean isFollowedBy(String prefix, Request request) {
        var uri = request.getRequestURI(); // null if the request line could not be parsed
        return uri != null && uri.startsWith(value + prefix);
    }

    /** Returns whether the path of a request is the context path and this path. */
    boolean isFollowedByExactly(String path, Request request) {
        return (value + path).equals(request.getRequestURI());
    }

    /** Returns the path of the start page; empty if a proxy may have a prefix for it, which valves don't know. */
    Optional<String> startPage(Request request) {
        return request.getHeader("X-Forwarded-Prefix") == null ? Optional.of(value + "/") : Optional.empty();
    }
}
