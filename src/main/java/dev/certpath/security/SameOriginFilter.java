package dev.certpath.security;

import dev.certpath.web.url.PublicUrl;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Rejects forms and API requests that a page of another site sends (CSRF). Student forms have no session and therefore no
 * token, so the filter compares what the browser says about the origin of the request: {@code Sec-Fetch-Site}, else
 * {@code Origin}. A request with neither header, or with {@code Origin: null}, passes.
 *
 * <p>It runs before the body is read and before {@link RateLimitFilter}, so that a page of another site can't use up the
 * limits of its visitor.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 5)
class SameOriginFilter extends OncePerRequestFilter {

    private static final Set<HttpMethod> SAFE_METHODS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS, HttpMethod.TRACE);

    private final PublicUrl publicUrl;

    SameOriginFilter(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** Returns whether a request with this method changes nothing, as of RFC 9110. */
    static boolean isSafe(HttpServletRequest request) {
        return SAFE_METHODS.contains(HttpMethod.valueOf(request.getMethod()));
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return isSafe(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isSameOrigin(request)) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private boolean isSameOrigin(HttpServletRequest request) {
        String fetchSite = request.getHeader("Sec-Fetch-Site");
        if (fetchSite != null) {
            return fetchSite.equals("same-origin") || fetchSite.equals("none");
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null || origin.equals("null") || publicUrl.isOwnOrigin(origin, request);
    }
}
