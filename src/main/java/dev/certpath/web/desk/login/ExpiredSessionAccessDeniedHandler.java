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
 * Refuses what may not be done. One case is none of mistrust: a form of ours, with a token, from a session that ended
 * while it was being filled in. Its sender is asked to log in, and finds what was typed.
 */
final class ExpiredSessionAccessDeniedHandler implements AccessDeniedHandler {

    private final LoginRequestCache wantedPage;

    ExpiredSessionAccessDeniedHandler(LoginRequestCache wantedPage) {
        this.wantedPage = wantedPage;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refusal)
            throws IOException {
        boolean ofAnEndedSession = refusal instanceof CsrfException
                && SecurityContextHolder.getContext().getAuthentication() == null
                && request.getParameter("_csrf") != null;
        if (ofAnEndedSession) {
            wantedPage.saveRequest(request, response);
            DeskUrls.seeOther(DeskUrls.LOGIN_AGAIN, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
