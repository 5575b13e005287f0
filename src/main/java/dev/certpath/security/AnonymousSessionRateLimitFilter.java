package dev.certpath.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits how often one address may come to the desk without a session. Each time makes one, with the page or the form
 * that was wanted, and it is kept in the database for half an hour: without a limit, anybody could fill the disk.
 */
final class AnonymousSessionRateLimitFilter extends OncePerRequestFilter {

    private final RateLimitFilter limits;

    AnonymousSessionRateLimitFilter(RateLimitFilter limits) {
        this.limits = limits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean isStranger = request.getSession(false) == null;
        if (!isStranger || limits.isWithin(RateLimitFilter.STRANGERS, request, response)) {
            chain.doFilter(request, response);
        }
    }
}
