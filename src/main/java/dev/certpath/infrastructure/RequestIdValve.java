package dev.certpath.infrastructure;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Gives every request a random id, by which a user's report can be found in the log. The id is in each log line of the
 * request (MDC), in a response header, and on error pages and in problem details.
 *
 * <p>It is a valve and no filter, because Tomcat itself logs exceptions that no filter handles. Ids that clients send are
 * ignored, so that they can't write to the log.
 */
final class RequestIdValve extends ValveBase {

    /** The response header with the id. */
    static final String HEADER = "X-Request-Id";

    /** The name of the id in the MDC, in problem details and in models. */
    static final String NAME = "requestId";

    private static final String ATTRIBUTE = RequestIdValve.class.getName();

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's base 32
    private static final int LENGTH = 10; // 50 random bits

    RequestIdValve() {
        super(true);
    }

    /** Returns the id of a request; null if it did not pass this valve. */
    static @Nullable String of(ServletRequest request) {
        return (String) request.getAttribute(ATTRIBUTE);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        var id = newId();
        request.setAttribute(ATTRIBUTE, id);
        response.setHeader(HEADER, id);
        MDC.put(NAME, id);
        try {
            getNext().invoke(request, response);
        } finally {
            MDC.remove(NAME);
        }
    }

    /** The id is no secret, so a random generator without lock contention is sufficient. */
    private static String newId() {
        var id = new StringBuilder(LENGTH);
        for (long bits = ThreadLocalRandom.current().nextLong(); id.length() < LENGTH; bits >>>= 5) {
            id.append(DIGITS.charAt((int) bits & 31));
        }
        return id.toString();
    }
}
