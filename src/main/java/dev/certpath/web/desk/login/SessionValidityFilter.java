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
 * Logs out users whose login is no longer valid, and redirects those who must change their password to the page for it. A
 * request that is logged out continues as an anonymous one.
 */
final class SessionValidityFilter extends OncePerRequestFilter {

    /** Includes the pages of passkeys: who needs one presents it, or adds it, before changing the password. */
    private static final Set<String> OPEN_BEFORE_PASSWORD_CHANGE = Set.of(
            DeskUrls.PASSWORD,
            DeskUrls.LOGIN,
            DeskUrls.LOGOUT,
            DeskUrls.SECOND_FACTOR,
            DeskUrls.PASSKEY_LOGIN,
            DeskUrls.PASSKEY_LOGIN_OPTIONS,
            DeskUrls.PASSKEYS,
            DeskUrls.PASSKEY_REGISTRATION,
            DeskUrls.PASSKEY_REGISTRATION_OPTIONS);

    private final SessionLifetime sessions;
    private final SecurityContextLogoutHandler logoutHandler = new SecurityContextLogoutHandler();

    SessionValidityFilter(SessionLifetime sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            chain.doFilter(request, response);
            return;
        }
        var account = sessions.findAccount(request, authentication.getName());
        if (account.isEmpty()) {
            logoutHandler.logout(request, response, authentication);
            chain.doFilter(request, response);
        } else if (account.get().mustChangePassword()
                && !OPEN_BEFORE_PASSWORD_CHANGE.contains(request.getServletPath())) {
            DeskUrls.seeOther(DeskUrls.PASSWORD, request, response);
        } else {
            chain.doFilter(request, response);
        }
    }
}
