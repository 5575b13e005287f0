package dev.certpath.web.desk.login;

import dev.certpath.accounts.AccountService;
import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.account.SessionLifetime;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/**
 * Handles the result of a login. A failed one gets the same response whether the username is unknown, the password wrong,
 * or the account disabled or locked.
 */
final class LoginResultHandler extends SavedRequestAwareAuthenticationSuccessHandler
        implements AuthenticationFailureHandler {

    private final AccountService accounts;
    private final SessionLifetime sessions;

    LoginResultHandler(AccountService accounts, SessionLifetime sessions, LoginRequestCache requestCache) {
        this.accounts = accounts;
        this.sessions = sessions;
        setRequestCache(requestCache);
        setDefaultTargetUrl(DeskUrls.QUEUE);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        accounts.recordSuccessfulLogin(authentication.getName());
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
        if (failure instanceof InternalAuthenticationServiceException) {
            throw failure; // The database is unavailable, so the password could not be checked.
        }
        LastUsername.save(request);
        // Attempts while an account is locked don't extend the lock, because its owner may be the one who tries.
        if (failure instanceof BadCredentialsException) {
            accounts.recordFailedLogin(LastUsername.submitted(request));
        }
        DeskUrls.seeOther(DeskUrls.LOGIN_FAILED, request, response);
    }
}
