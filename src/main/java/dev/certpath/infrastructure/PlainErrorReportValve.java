package dev.certpath.infrastructure;

import dev.certpath.security.SecurityHeaders;
import dev.certpath.web.api.ApiPaths;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;
import tools.jackson.databind.json.JsonMapper;

/**
 * Renders errors of requests that never reach the application, such as malformed request lines: with the same texts as
 * {@link ErrorPageController}, on a page without links to other files.
 */
final class PlainErrorReportValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(PlainErrorReportValve.class);

    /** Statuses that Tomcat sends for an unknown HTTP version or transfer encoding; these are client errors. */
    private static final Set<HttpStatus> SENT_FOR_CLIENT_ERRORS =
            Set.of(HttpStatus.NOT_IMPLEMENTED, HttpStatus.HTTP_VERSION_NOT_SUPPORTED);

    private static final String HTML = "text/html;charset=UTF-8"; // JSON has no such parameter, and is UTF-8

    private static final String RETRY_AFTER_SECONDS = "10";

    private final ContextPath contextPath;
    private final ErrorMessages messages;
    private final ITemplateEngine templates;
    private final JsonMapper json;
    private final ApplicationAvailability availability;

    PlainErrorReportValve(
            ContextPath contextPath,
            ErrorMessages messages,
            ITemplateEngine templates,
            JsonMapper json,
            ApplicationAvailability availability) {
        this.contextPath = contextPath;
        this.messages = messages;
        this.templates = templates;
        this.json = json;
        this.availability = availability;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var status = isStopping() ? HttpStatus.SERVICE_UNAVAILABLE : status(response);
        response.setStatus(status.value());
        if (isStopping()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        SecurityHeaders.write(request, response);
        try {
            if (contextPath.isFollowedBy(ApiPaths.PREFIX, request)) {
                write(MediaType.APPLICATION_PROBLEM_JSON_VALUE, renderProblem(status, request), response);
            } else {
                write(HTML, renderPage(status, request), response);
            }
        } catch (IOException | IllegalStateException clientAborted) {
            LOG.debug("The client closed the connection before the error was written: {}", clientAborted.getMessage());
        }
    }

    /** A stopping server closes connections, so an incomplete request is no client error then. */
    private boolean isStopping() {
        var lastChange = availability.getLastChangeEvent(ReadinessState.class); // null before the application is ready
        return lastChange != null && lastChange.getState() == ReadinessState.REFUSING_TRAFFIC;
    }

    private static HttpStatus status(Response response) {
        var status = HttpStatus.resolve(response.getStatus());
        return status == null || SENT_FOR_CLIENT_ERRORS.contains(status) ? HttpStatus.BAD_REQUEST : status;
    }

    private String renderProblem(HttpStatus status, Request request) {
        var problem = new LinkedHashMap<String, @Nullable Object>();
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", messages.advice(status));
        problem.put(RequestIdValve.NAME, RequestIdValve.of(request));
        return json.writeValueAsString(problem);
    }

    private String renderPage(HttpStatus status, Request request) {
        var context = new Context(Locale.ENGLISH);
        context.setVariable("heading", messages.title(status));
        context.setVariable("advice", messages.advice(status));
        context.setVariable(RequestIdValve.NAME, RequestIdValve.of(request));
        contextPath.startPage(request).ifPresent(url -> context.setVariable("startPage", url));
        return templates.process("server-error", context);
    }

    private static void write(String contentType, String body, Response response) throws IOException {
        response.setContentType(contentType);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        response.finishResponse();
    }
}
