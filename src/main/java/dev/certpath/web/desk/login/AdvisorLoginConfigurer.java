package dev.certpath.web.desk.login;

import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.account.SessionLifetime;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.stereotype.Component;

/** Configures form login, logout and the validity of sessions in the security filter chain of the desk. */
@Component
public final class AdvisorLoginConfigurer extends AbstractHttpConfigurer<AdvisorLoginConfigurer, HttpSecurity> {

    private final LoginResultHandler resultHandler;
    private final LoginRequestCache requestCache;
    private final LoginFormToken formToken;
    private final SessionLifetime sessions;
    private final LoginAuthenticationManager authenticationManager;

    AdvisorLoginConfigurer(
            LoginResultHandler resultHandler,
            LoginRequestCache requestCache,
            LoginFormToken formToken,
            SessionLifetime sessions,
            LoginAuthenticationManager authenticationManager) {
        this.resultHandler = resultHandler;
        this.requestCache = requestCache;
        this.formToken = formToken;
        this.sessions = sessions;
        this.authenticationManager = authenticationManager;
    }

    @Override
    public void init(HttpSecurity http) {
        http.authenticationManager(authenticationManager)
                .formLogin(login -> login.loginPage(DeskUrls.LOGIN)
                        .authenticationDetailsSource(LoginDetails::of)
                        .successHandler(resultHandler)
                        .failureHandler(resultHandler))
                .logout(logout -> logout.addLogoutHandler(new HeaderWriterLogoutHandler(
                                new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE)))
                        .logoutSuccessUrl(DeskUrls.LOGGED_OUT))
                .requestCache(cache -> cache.requestCache(requestCache))
                // As default handler: accessDeniedHandler() would also replace the handler for a missing passkey.
                .exceptionHandling(exceptions -> exceptions.defaultAccessDeniedHandlerFor(
                        new ExpiredSessionAccessDeniedHandler(requestCache), AnyRequestMatcher.INSTANCE))
                .csrf(csrf -> csrf.ignoringRequestMatchers(formToken::isValid))
                // Before CSRF tokens are compared, because an ended session has none.
                .addFilterBefore(new SessionValidityFilter(sessions), CsrfFilter.class);
    }
}
