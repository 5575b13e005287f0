package dev.certpath.web.desk.login;

import dev.certpath.accounts.LoginAttempts;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Authenticates the login form. It has no parent: Spring Security's global manager would compare passwords without limits.
 */
@Component
class LoginAuthenticationManager extends ProviderManager {

    LoginAuthenticationManager(
            LoginAttempts attempts,
            PasswordComparisonLimit comparisons,
            AdvisorUserDetailsService advisors,
            PasswordEncoder passwordEncoder,
            AuthenticationEventPublisher events) {
        super(new LimitedAuthenticationProvider(attempts, comparisons, advisors, passwordEncoder));
        setAuthenticationEventPublisher(events);
    }

    /** Removes the details from the result: the session stores it, and need hold neither address nor token. */
    @Override
    public Authentication authenticate(Authentication login) {
        var authenticated = super.authenticate(login);
        if (authenticated instanceof AbstractAuthenticationToken token) {
            token.setDetails(null);
        }
        return authenticated;
    }
}
