package dev.certpath.web.desk.passkey;

import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.login.LoginRequestCache;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/**
 * Answers 204 with the {@code Location} of the page that the login interrupted, or of the queue. The script that presented
 * the passkey opens it: it could not tell a redirect from a page, and must not load the page itself, which shows some
 * messages only once.
 */
final class PasskeyLoginSuccessHandler extends SavedRequestAwareAuthenticationSuccessHandler {

    PasskeyLoginSuccessHandler(LoginRequestCache requestCache) {
        setRequestCache(requestCache);
        setDefaultTargetUrl(DeskUrls.QUEUE);
        setRedirectStrategy(PasskeyLoginSuccessHandler::sendLocation);
    }

    private static void sendLocation(HttpServletRequest request, HttpServletResponse response, String url) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setHeader(HttpHeaders.LOCATION, url.startsWith("/") ? request.getContextPath() + url : url);
    }
}
