package dev.certpath.web.desk.login;

import dev.certpath.accounts.AccountService;
import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.account.SessionLifetime;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.stereotype.Component;

/** How one comes to the desk and leaves it, to be hung into the chain of filters that guards it. */
@Component
public final class AdvisorLoginConfigurer extends AbstractHttpConfigurer<AdvisorLoginConfigurer, HttpSecurity> {

    private final AccountService accounts;
    private final SessionLifetime visits;
    private final LoginRequestCache wantedPage;

    AdvisorLoginConfigurer(AccountService accounts, SessionLifetime visits, LoginRequestCache wantedPage) {
        this.accounts = accounts;
        this.visits = visits;
        this.wantedPage = wantedPage;
    }

    @Override
    public void init(HttpSecurity http) {
        var outcome = new LoginResultHandler(accounts, visits, wantedPage);
        http.formLogin(login ->
                        login.loginPage(DeskUrls.LOGIN).successHandler(outcome).failureHandler(outcome))
                .logout(logout -> logout.logoutSuccessUrl(DeskUrls.LOGGED_OUT))
                .requestCache(cache -> cache.requestCache(wantedPage))
                .exceptionHandling(
                        refusal -> refusal.accessDeniedHandler(new ExpiredSessionAccessDeniedHandler(wantedPage)))
                // Before tokens are compared: a session that is over has none.
                .addFilterBefore(new SessionValidityFilter(visits), CsrfFilter.class);
    }
}
