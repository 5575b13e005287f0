package dev.certpath.infrastructure;

import dev.certpath.security.SecurityHeaders;
import dev.certpath.web.api.ApiPaths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.SemaphoreValve;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import tools.jackson.databind.json.JsonMapper;

/**
 * Limits concurrent requests with Tomcat's semaphore. Further requests get 503 with {@code Retry-After}; the body is
 * rendered once at start-up, because a rejection has to cost much less than the request it rejects.
 */
final class ConcurrencyLimitValve extends SemaphoreValve {

    private static final HttpStatus STATUS = HttpStatus.SERVICE_UNAVAILABLE;
    private static final String RETRY_AFTER_SECONDS = "1";

    private final byte[] page;
    private final byte[] problem;

    ConcurrencyLimitValve(int concurrency, ErrorMessages messages, ITemplateEngine templates, JsonMapper json) {
        setConcurrency(concurrency);
        setBlock(false);
        page = renderPage(messages, templates).getBytes(StandardCharsets.UTF_8);
        problem = renderProblem(messages, json).getBytes(StandardCharsets.UTF_8);
    }

    /** Returns whether the limit applies to the request: health checks are always answered. */
    @Override
    public boolean controlConcurrency(Request request, Response response) {
        return !startsWith(request, "/actuator/");
    }

    @Override
    public void permitDenied(Request request, Response response) throws IOException {
        response.setStatus(STATUS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        SecurityHeaders.write(request, response);
        if (startsWith(request, ApiPaths.PREFIX)) {
            write(MediaType.APPLICATION_PROBLEM_JSON_VALUE, problem, response);
        } else {
            write("text/html;charset=UTF-8", page, response);
        }
    }

    private static boolean startsWith(Request request, String prefix) {
        var uri = request.getRequestURI(); // null if the request line could not be parsed
        return uri != null && uri.startsWith(prefix);
    }

    private static void write(String contentType, byte[] body, Response response) throws IOException {
        response.setContentType(contentType);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.finishResponse();
    }

    private static String renderPage(ErrorMessages messages, ITemplateEngine templates) {
        var context = new Context(Locale.ENGLISH);
        context.setVariable("heading", messages.overloadTitle());
        context.setVariable("advice", messages.overloadAdvice());
        return templates.process("server-error", context);
    }

    private static String renderProblem(ErrorMessages messages, JsonMapper json) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("title", STATUS.getReasonPhrase());
        problem.put("status", STATUS.value());
        problem.put("detail", messages.overloadAdvice());
        return json.writeValueAsString(problem);
    }
}
