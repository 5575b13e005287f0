package dev.certpath.web.desk.login;

import dev.certpath.accounts.AccountService;
import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.account.SessionLifetime;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.stereotype.Component;

/** Configures form login, logout and the validity of sessions in the security filter chain of the desk. */
@Component
public final class AdvisorLoginConfigurer extends AbstractHttpConfigurer<AdvisorLoginConfigurer, HttpSecurity> {

    private final AccountService accounts;
    private final SessionLifetime sessions;
    private final LoginRequestCache requestCache;

    AdvisorLoginConfigurer(AccountService accounts, SessionLifetime sessions, LoginRequestCache requestCache) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.requestCache = requestCache;
    }

    @Override
    public void init(HttpSecurity http) {
        var resultHandler = new LoginResultHandler(accounts, sessions, requestCache);
        http.formLogin(login -> login.loginPage(DeskUrls.LOGIN)
                        .successHandler(resultHandler)
                        .failureHandler(resultHandler))
                .logout(logout -> logout.logoutSuccessUrl(DeskUrls.LOGGED_OUT))
                .requestCache(cache -> cache.requestCache(requestCache))
                // As default handler: accessDeniedHandler() would also replace the handler for a missing passkey.
                .exceptionHandling(exceptions -> exceptions.defaultAccessDeniedHandlerFor(
                        new ExpiredSessionAccessDeniedHandler(requestCache), AnyRequestMatcher.INSTANCE))
                // Before CSRF tokens are compared, because an ended session has none.
                .addFilterBefore(new SessionValidityFilter(sessions), CsrfFilter.class);
    }
}
