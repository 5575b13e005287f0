package dev.certpath.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.RequestPath;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers addresses and parameters that can't be decoded, and forms that are too large, before anything else reads
 * them: whoever looks first throws, wherever that happens to be.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class UnreadableRequests extends OncePerRequestFilter {

    private static final String SECONDS_TO_WAIT = "10";

    private final ApplicationAvailability availability;

    UnreadableRequests(ApplicationAvailability availability) {
        this.availability = availability;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int fault = fault(request);
        if (fault == 0) {
            chain.doFilter(request, response);
        } else if (!response.isCommitted()) { // where a body breaks off, the server has answered already
            refuse(fault, response);
        }
    }

    /** While the server stops it closes connections, so that a body may break off without any fault of the client. */
    private void refuse(int fault, HttpServletResponse response) throws IOException {
        if (availability.getReadinessState() == ReadinessState.REFUSING_TRAFFIC) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        } else {
            response.sendError(fault);
        }
    }

    /** The status for what can't be read; 0 where everything can. */
    private static int fault(HttpServletRequest request) {
        try {
            RequestPath.parse(request.getRequestURI(), request.getContextPath());
            request.getParameterMap();
            return 0;
        } catch (InvalidParameterException unreadable) {
            return unreadable.getErrorCode();
        } catch (IllegalArgumentException undecodable) {
            return HttpServletResponse.SC_BAD_REQUEST;
        }
    }
}
