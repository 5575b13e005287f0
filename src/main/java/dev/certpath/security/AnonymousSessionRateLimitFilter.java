package dev.certpath.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits how often one IP address may request an advisor URL without a session. Each such request creates a session that
 * holds the requested page or form and stays in the database for half an hour, so that without a limit anyone could fill
 * the disk.
 */
final class AnonymousSessionRateLimitFilter extends OncePerRequestFilter {

    private final RateLimitFilter rateLimits;

    AnonymousSessionRateLimitFilter(RateLimitFilter rateLimits) {
        this.rateLimits = rateLimits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean hasSession = request.getSession(false) != null;
        if (hasSession || rateLimits.tryConsume(RateLimitFilter.ANONYMOUS_SESSIONS, request, response)) {
            chain.doFilter(request, response);
        }
    }
}
