package dev.certpath.infrastructure;

import dev.certpath.web.desk.GuideUrls;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.server.RequestPath;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rejects requests whose path or parameters can't be decoded, and forms that are too large, before other filters read
 * them: Tomcat throws when parameters are first read, wherever that is. Rejects files for pages that have no form for them,
 * before they are parsed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class MalformedRequestFilter extends OncePerRequestFilter {

    private static final int VALID = 0;

    private static final String FOLDER_OF_FILES = "/assets/";

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

    /**
     * Returns whether a file is requested by another spelling of its name. Spring keeps each spelling in memory, and there
     * are very many; the application's own links have none.
     */
    private static boolean isEncodedNameOfFile(HttpServletRequest request) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        return path.contains("%") && request.getServletPath().startsWith(FOLDER_OF_FILES);
    }

    private static boolean hasParts(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /** Returns the error status for a malformed request, or {@link #VALID}. */
    private static int validate(HttpServletRequest request) {
        try {
            RequestPath.parse(request.getRequestURI(), request.getContextPath());
            if (hasParts(request) && !request.getServletPath().equals(GuideUrls.DRAFT)) {
                return HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;
            }
            request.getParameterMap();
            return isEncodedNameOfFile(request) ? HttpServletResponse.SC_NOT_FOUND : VALID;
        } catch (InvalidParameterException invalidParameter) {
            return invalidParameter.getErrorCode();
        } catch (IllegalArgumentException invalidPath) {
            return HttpServletResponse.SC_BAD_REQUEST;
        }
    }
}
