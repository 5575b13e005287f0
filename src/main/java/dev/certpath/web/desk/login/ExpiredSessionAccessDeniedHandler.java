package dev.certpath.web.desk.login;

import dev.certpath.web.desk.DeskUrls;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Answers denied requests with 403, except forms whose session has ended: those redirect to the login, and the page of the
 * form shows afterwards what was submitted. The parameter of the CSRF token tells that a request is such a form. A login
 * form of someone who is logged in already, such as one in another tab, redirects to the queue.
 */
final class ExpiredSessionAccessDeniedHandler implements AccessDeniedHandler {

    private final LoginRequestCache requestCache;

    ExpiredSessionAccessDeniedHandler(LoginRequestCache requestCache) {
        this.requestCache = requestCache;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denial)
            throws IOException {
        boolean isRejectedForm = denial instanceof CsrfException;
        boolean isLoggedIn = SecurityContextHolder.getContext().getAuthentication() != null;
        boolean isLoginForm = request.getServletPath().equals(DeskUrls.LOGIN);
        if (isRejectedForm && isLoggedIn && isLoginForm) {
            DeskUrls.seeOther(DeskUrls.QUEUE, request, response);
        } else if (isRejectedForm && !isLoggedIn && request.getParameter("_csrf") != null) {
            saveInput(request, response, isLoginForm);
            DeskUrls.seeOther(DeskUrls.LOGIN_SESSION_EXPIRED, request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }

    private void saveInput(HttpServletRequest request, HttpServletResponse response, boolean isLoginForm) {
        if (isLoginForm) {
            LastUsername.save(request);
        } else {
            requestCache.saveRequest(request, response);
        }
    }
}
