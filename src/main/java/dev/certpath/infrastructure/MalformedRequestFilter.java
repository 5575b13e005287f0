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
 * Answers addresses and parameters that can't be decoded, and forms that are too large, before anything else reads
 * them: whoever looks first throws, wherever that happens to be.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class MalformedRequestFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        int fault = fault(request);
        if (fault == 0) {
            chain.doFilter(request, response);
        } else if (!response.isCommitted()) { // where a body breaks off, the server has answered already
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
