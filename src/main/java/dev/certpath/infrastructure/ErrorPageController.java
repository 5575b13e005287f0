package dev.certpath.infrastructure;

import dev.certpath.security.SecurityHeaders;
import dev.certpath.web.api.ApiPaths;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Renders errors: RFC 9457 problem details for the API, an HTML page for everything else. */
@Controller
class ErrorPageController implements ErrorController {

    private final ErrorMessages messages;

    ErrorPageController(ErrorMessages messages) {
        this.messages = messages;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request, HttpServletResponse response) {
        SecurityHeaders.write(
                request, response); // the request may have been rejected before the filter that writes them
        var status = status(request);
        if (path(request).startsWith(request.getContextPath() + ApiPaths.PREFIX)) {
            var problem = ProblemDetail.forStatusAndDetail(status, messages.advice(status));
            problem.setInstance(URI.create(path(request)));
            return ResponseEntity.status(status)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        var page = new ModelAndView("error", status);
        page.addObject("heading", messages.title(status));
        page.addObject("advice", messages.advice(status));
        page.addObject("isServerError", status.is5xxServerError());
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            ResubmittableForm.of(request).ifPresent(form -> page.addObject("form", form));
        }
        return page;
    }

    /** Returns the status of the error, or 404 if a client requests this path itself. */
    private static HttpStatus status(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }

    private static String path(HttpServletRequest request) {
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return path == null ? "" : path.toString();
    }
}
