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
 * rendered once at start-up, because a refusal has to cost much less than the request it refuses.
 */
final class ConcurrencyLimitValve extends SemaphoreValve {

    private static final HttpStatus BUSY = HttpStatus.SERVICE_UNAVAILABLE;
    private static final String SECONDS_TO_WAIT = "1";

    private final byte[] page;
    private final byte[] problem;

    ConcurrencyLimitValve(int concurrency, ErrorMessages words, ITemplateEngine pages, JsonMapper json) {
        setConcurrency(concurrency);
        setBlock(false);
        page = page(words, pages).getBytes(StandardCharsets.UTF_8);
        problem = problem(words, json).getBytes(StandardCharsets.UTF_8);
    }

    /** Health is always answered: it matters most when the server is busy. */
    @Override
    public boolean controlConcurrency(Request request, Response response) {
        return !startsWith(request, "/actuator/");
    }

    @Override
    public void permitDenied(Request request, Response response) throws IOException {
        response.setStatus(BUSY.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        SecurityHeaders.write(request, response);
        if (startsWith(request, ApiPaths.PREFIX)) {
            write(MediaType.APPLICATION_PROBLEM_JSON_VALUE, problem, response);
        } else {
            write("text/html;charset=UTF-8", page, response);
        }
    }

    private static boolean startsWith(Request request, String start) {
        var address = request.getRequestURI(); // null where nothing could be read
        return address != null && address.startsWith(start);
    }

    private static void write(String type, byte[] text, Response response) throws IOException {
        response.setContentType(type);
        response.setContentLength(text.length);
        response.getOutputStream().write(text);
        response.finishResponse();
    }

    private static String page(ErrorMessages words, ITemplateEngine pages) {
        var context = new Context(Locale.ENGLISH);
        context.setVariable("heading", words.busy("title"));
        context.setVariable("advice", words.busy("advice"));
        return pages.process("refusal", context);
    }

    private static String problem(ErrorMessages words, JsonMapper json) {
        var problem = new LinkedHashMap<String, Object>();
        problem.put("title", BUSY.getReasonPhrase());
        problem.put("status", BUSY.value());
        problem.put("detail", words.busy("advice"));
        return json.writeValueAsString(problem);
    }
}
