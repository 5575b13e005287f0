package dev.certpath.web.desk.login;

import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.account.SessionLifetime;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Shows visitors out whose visit is over, and leads those who must change their password to the page for it. Whoever is
 * shown out goes on as a stranger; what follows in the chain decides what that means for the address.
 */
final class SessionValidityFilter extends OncePerRequestFilter {

    private static final Set<String> OPEN_BEFORE_THE_CHANGE =
            Set.of(DeskUrls.PASSWORD, DeskUrls.LOGIN, DeskUrls.LOGOUT);

    private final SessionLifetime visits;
    private final SecurityContextLogoutHandler exit = new SecurityContextLogoutHandler();

    SessionValidityFilter(SessionLifetime visits) {
        this.visits = visits;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var visitor = SecurityContextHolder.getContext().getAuthentication();
        if (visitor == null) {
            chain.doFilter(request, response);
            return;
        }
        var account = visits.account(request, visitor.getName());
        if (account.isEmpty()) {
            exit.logout(request, response, visitor);
            chain.doFilter(request, response);
        } else if (account.get().mustChangePassword() && !OPEN_BEFORE_THE_CHANGE.contains(request.getServletPath())) {
            DeskUrls.seeOther(DeskUrls.PASSWORD, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
