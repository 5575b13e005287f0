package dev.certpath.infrastructure;

import dev.certpath.security.SecurityHeaders;
import dev.certpath.web.api.ApiPaths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import tools.jackson.databind.json.JsonMapper;

/**
 * The 503 response, with {@code Retry-After}, to a request that exceeds a limit of concurrent requests. It is rendered
 * once at start-up, because a rejection has to cost much less than the request it rejects.
 */
final class OverloadResponse {

    private static final HttpStatus STATUS = HttpStatus.SERVICE_UNAVAILABLE;
    private static final String RETRY_AFTER_SECONDS = "1";

    private final ContextPath contextPath;
    private final byte[] page;
    private final byte[] problem;

    OverloadResponse(ContextPath contextPath, ErrorMessages messages, ITemplateEngine templates, JsonMapper json) {
        this.contextPath = contextPath;
        page = renderPage(messages, templates).getBytes(StandardCharsets.UTF_8);
        problem = renderProblem(messages, json).getBytes(StandardCharsets.UTF_8);
    }

    /** Sends the response: a page, or a problem document for a request to the API. */
    void send(Request request, Response response) throws IOException {
        response.setStatus(STATUS.value());
        response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        SecurityHeaders.write(request, response);
        if (contextPath.isFollowedBy(ApiPaths.PREFIX, request)) {
            write(MediaType.APPLICATION_PROBLEM_JSON_VALUE, problem, response);
        } else {
            write("text/html;charset=UTF-8", page, response);
        }
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
