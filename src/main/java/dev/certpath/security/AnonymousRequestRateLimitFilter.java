package dev.certpath.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.AuthenticationTrustResolver;
import org.springframework.security.authentication.AuthenticationTrustResolverImpl;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits how often one client address may request advisors' URLs without being logged in, whatever session cookie it
 * sends. Each such request writes to the database: it creates a session or extends one, and may store the requested page
 * or form in it.
 *
 * <p>A page of another site can't use up the limit of its visitor: what it requests in the background is rejected before.
 */
final class AnonymousRequestRateLimitFilter extends OncePerRequestFilter {

    private final RateLimitFilter rateLimits;
    private final AuthenticationTrustResolver trust = new AuthenticationTrustResolverImpl();

    AnonymousRequestRateLimitFilter(RateLimitFilter rateLimits) {
        this.rateLimits = rateLimits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (trust.isAuthenticated(SecurityContextHolder.getContext().getAuthentication())) {
            chain.doFilter(request, response);
        } else if (isEmbeddedInAnotherSite(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (rateLimits.tryConsumeAnonymous(request, response)) {
            chain.doFilter(request, response);
        }
    }

    /** Returns whether a browser says that a page of another site loads this as an image, a frame or by a script. */
    private static boolean isEmbeddedInAnotherSite(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        var destination = request.getHeader("Sec-Fetch-Dest");
        return site != null
                && !site.equals("same-origin")
                && !site.equals("none")
                && destination != null
                && !destination.equals("document");
    }
}
