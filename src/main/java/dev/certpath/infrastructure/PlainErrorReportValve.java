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
 * What the server says to requests that it can't read well enough to hand them to the application: the same words as
 * on the application's own pages, on a page that needs nothing else.
 */
final class PlainErrorReportValve extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(PlainErrorReportValve.class);

    /** The server's words for an HTTP version and an encoding that nobody speaks; but it is the client who erred. */
    private static final Set<HttpStatus> NOT_OUR_FAULT =
            Set.of(HttpStatus.NOT_IMPLEMENTED, HttpStatus.HTTP_VERSION_NOT_SUPPORTED);

    private static final String SECONDS_TO_WAIT = "10";

    private final ErrorMessages words;
    private final ITemplateEngine pages;
    private final JsonMapper json;
    private final ApplicationAvailability availability;

    PlainErrorReportValve(
            ErrorMessages words, ITemplateEngine pages, JsonMapper json, ApplicationAvailability availability) {
        this.words = words;
        this.pages = pages;
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
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
        }
        SecurityHeaders.write(request, response);
        try {
            if (isForPrograms(request)) {
                write(MediaType.APPLICATION_PROBLEM_JSON_VALUE, problem(status, request), response);
            } else {
                write(MediaType.TEXT_HTML_VALUE, page(status, request), response);
            }
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("Nobody is left to read a refusal: {}", gone.getMessage());
        }
    }

    /** While the server stops it closes connections: a body that breaks off then is not its sender's fault. */
    private boolean isStopping() {
        return availability.getReadinessState() == ReadinessState.REFUSING_TRAFFIC;
    }

    private static HttpStatus status(Response response) {
        var status = HttpStatus.resolve(response.getStatus());
        return status == null || NOT_OUR_FAULT.contains(status) ? HttpStatus.BAD_REQUEST : status;
    }

    private static boolean isForPrograms(Request request) {
        var address = request.getRequestURI();
        return address != null && address.startsWith(ApiPaths.PREFIX);
    }

    private String problem(HttpStatus status, Request request) {
        var problem = new LinkedHashMap<String, @Nullable Object>();
        problem.put("title", status.getReasonPhrase());
        problem.put("status", status.value());
        problem.put("detail", words.advice(status));
        problem.put(RequestIdValve.NAME, RequestIdValve.of(request));
        return json.writeValueAsString(problem);
    }

    private String page(HttpStatus status, Request request) {
        var context = new Context(Locale.ENGLISH);
        context.setVariable("heading", words.title(status));
        context.setVariable("advice", words.advice(status));
        context.setVariable(RequestIdValve.NAME, RequestIdValve.of(request));
        return pages.process("refusal", context);
    }

    private static void write(String type, String text, Response response) throws IOException {
        response.setContentType(type);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        var writer = response.getReporter();
        if (writer != null) {
            writer.write(text);
            response.finishResponse();
        }
    }
}
