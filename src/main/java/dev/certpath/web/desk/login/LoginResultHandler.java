package dev.certpath.web.desk.login;

import dev.certpath.accounts.AccountService;
import dev.certpath.accounts.Username;
import dev.certpath.logging.WarningLimiter;
import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.account.DeviceCookie;
import dev.certpath.web.desk.account.SessionLifetime;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * Handles the result of a login. A failed one gets the same response whether the username is unknown, the password wrong,
 * the account disabled, or the limit of guesses reached.
 */
@Component
class LoginResultHandler extends SavedRequestAwareAuthenticationSuccessHandler implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(LoginResultHandler.class);
    private static final String OVERLOAD_RETRY_AFTER_SECONDS = "5";

    private final AccountService accounts;
    private final SessionLifetime sessions;
    private final DeviceCookie deviceCookie;
    private final WarningLimiter warnings;

    LoginResultHandler(
            AccountService accounts,
            SessionLifetime sessions,
            DeviceCookie deviceCookie,
            LoginRequestCache requestCache,
            WarningLimiter warnings) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.deviceCookie = deviceCookie;
        this.warnings = warnings;
        setRequestCache(requestCache);
        setDefaultTargetUrl(DeskUrls.QUEUE);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        accounts.find(authentication.getName()).ifPresent(account -> deviceCookie.issue(account, request, response));
        if (authentication.getPrincipal() instanceof AdvisorUserDetails advisor) {
            sessions.start(request, advisor.generation());
        }
        LastUsername.remove(request);
        super.onAuthenticationSuccess(request, response, authentication);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof LoginOverloadException overload) {
            warnings.warn(LOG, "Login rejected: " + overload.getMessage());
            response.setHeader(HttpHeaders.RETRY_AFTER, OVERLOAD_RETRY_AFTER_SECONDS);
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        if (failure instanceof InternalAuthenticationServiceException) {
            throw failure; // The database is unavailable, so the password could not be checked.
        }
        LastUsername.save(request);
        boolean isUsername = Username.parse(LastUsername.submitted(request)).isPresent();
        DeskUrls.seeOther(isUsername ? DeskUrls.LOGIN_FAILED : DeskUrls.LOGIN_INVISIBLE_CHARACTERS, request, response);
    }
}
