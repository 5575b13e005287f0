package dev.certpath.desk;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.stereotype.Component;

/** How one comes to the desk and leaves it, to be hung into the chain of filters that guards it. */
@Component
public final class DeskLogin extends AbstractHttpConfigurer<DeskLogin, HttpSecurity> {

    private final AccountBook accounts;
    private final Visits visits;
    private final WantedPage wantedPage;

    DeskLogin(AccountBook accounts, Visits visits, WantedPage wantedPage) {
        this.accounts = accounts;
        this.visits = visits;
        this.wantedPage = wantedPage;
    }

    @Override
    public void init(HttpSecurity http) {
        var outcome = new LoginOutcome(accounts, visits, wantedPage);
        http.formLogin(login -> login.loginPage(DeskAddresses.LOGIN)
                        .successHandler(outcome)
                        .failureHandler(outcome))
                .logout(logout -> logout.logoutSuccessUrl(DeskAddresses.LOGGED_OUT))
                .requestCache(cache -> cache.requestCache(wantedPage))
                .exceptionHandling(refusal -> refusal.accessDeniedHandler(new StrangersForm(wantedPage)))
                // Before tokens are compared: a session that is over has none.
                .addFilterBefore(new VisitGuard(visits), CsrfFilter.class);
    }
}
