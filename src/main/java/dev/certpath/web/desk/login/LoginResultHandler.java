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

/** What follows when someone tried to log in. A failure looks the same whatever is behind it. */
final class LoginResultHandler extends SavedRequestAwareAuthenticationSuccessHandler
        implements AuthenticationFailureHandler {

    private final AccountService accounts;
    private final SessionLifetime visits;

    LoginResultHandler(AccountService accounts, SessionLifetime visits, LoginRequestCache wantedPage) {
        this.accounts = accounts;
        this.visits = visits;
        setRequestCache(wantedPage);
        setDefaultTargetUrl(DeskUrls.QUEUE);
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication visitor)
            throws ServletException, IOException {
        accounts.succeeded(visitor.getName());
        if (visitor.getPrincipal() instanceof AdvisorUserDetails advisor) {
            visits.begin(request, advisor.generation());
        }
        LastUsername.forget(request);
        super.onAuthenticationSuccess(request, response, visitor);
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        if (failure instanceof InternalAuthenticationServiceException) {
            throw failure; // the database is away: nobody knows whether the password is right
        }
        LastUsername.keep(request);
        // An account that waits is not made to wait longer: its owner may be the one who tries.
        if (failure instanceof BadCredentialsException) {
            accounts.failed(LastUsername.in(request));
        }
        DeskUrls.seeOther(DeskUrls.LOGIN_WRONG, response);
    }
}
