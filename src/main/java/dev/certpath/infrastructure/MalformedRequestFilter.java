package dev.certpath.infrastructure;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.RequestPath;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rejects requests whose path or parameters can't be decoded, and forms that are too large, before other filters read
 * them: Tomcat throws when parameters are first read, wherever that is.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class MalformedRequestFilter extends OncePerRequestFilter {

    private static final int VALID = 0;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int errorStatus = validate(request);
        if (errorStatus == VALID) {
            chain.doFilter(request, response);
        } else if (!response.isCommitted()) { // if the body is incomplete, Tomcat has sent a response already
            response.sendError(errorStatus);
        }
    }

    /** Returns the error status for a malformed request, or {@link #VALID}. */
    private static int validate(HttpServletRequest request) {
        try {
            RequestPath.parse(request.getRequestURI(), request.getContextPath());
            request.getParameterMap();
            return VALID;
        } catch (InvalidParameterException invalidParameter) {
            return invalidParameter.getErrorCode();
        } catch (IllegalArgumentException invalidPath) {
            return HttpServletResponse.SC_BAD_REQUEST;
        }
    }
}
