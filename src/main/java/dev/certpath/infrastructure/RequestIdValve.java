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
 * Names every request, so that somebody can quote it and somebody else find it in the log. The name is on each of its
 * log lines, in a header of its answer, and on the page or the problem document that says what went wrong.
 *
 * <p>It stands before the first filter, because the server itself logs what no filter caught. A name that a client
 * sends is not taken: it could be anything, in everybody's log.
 */
final class RequestIdValve extends ValveBase {

    /** What it is called in answers. */
    static final String HEADER = "X-Request-Id";

    /** What it is called in log lines and in problem documents. */
    static final String NAME = "requestId";

    private static final String ATTRIBUTE = RequestIdValve.class.getName();

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"; // Crockford's, easy to read out
    private static final int LENGTH = 10; // 50 random bits: no two alike in a log

    RequestIdValve() {
        super(true);
    }

    /** The name of a request; null where it did not come through here. */
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

    /** Not a secret, so it is made where no thread waits for another: in a rush, refusing takes little else. */
    private static String newId() {
        var id = new StringBuilder(LENGTH);
        for (long bits = ThreadLocalRandom.current().nextLong(); id.length() < LENGTH; bits >>>= 5) {
            id.append(DIGITS.charAt((int) bits & 31));
        }
        return id.toString();
    }
}
