package dev.certpath.web.desk.login;

import dev.certpath.accounts.AccountService;
import dev.certpath.logging.WarningLimiter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureServiceExceptionEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.authorization.FactorAuthorizationDecision;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Logs logins, logouts, failed logins and denied access. It logs the id of the account and not what was submitted as the
 * username, which may be a password that was typed into the wrong field. Of the warnings, one per account and minute is
 * logged, and how many more there were.
 */
@Component
class AuthenticationEventLogger {

    private static final Logger LOG = LoggerFactory.getLogger(AuthenticationEventLogger.class);

    private final AccountService accounts;
    private final WarningLimiter warnings;

    AuthenticationEventLogger(AccountService accounts, WarningLimiter warnings) {
        this.accounts = accounts;
        this.warnings = warnings;
    }

    @EventListener
    void onLogin(AuthenticationSuccessEvent event) {
        boolean hasPasskey = event.getAuthentication().getAuthorities().stream()
                .anyMatch(authority -> FactorGrantedAuthority.WEBAUTHN_AUTHORITY.equals(authority.getAuthority()));
        LOG.info("Logged in{}: {}", hasPasskey ? " with a passkey" : "", describe(event.getAuthentication()));
    }

    @EventListener
    void onFailedLogin(AbstractAuthenticationFailureEvent event) {
        if (event instanceof AuthenticationFailureServiceExceptionEvent) {
            return; // The database is unavailable, so the account can't be looked up.
        }
        warnings.warn(
                LOG,
                "Login failed, %s: %s"
                        .formatted(
                                event.getException().getClass().getSimpleName(), describe(event.getAuthentication())));
    }

    @EventListener
    void onLogout(LogoutSuccessEvent event) {
        LOG.info("Logged out: {}", describe(event.getAuthentication()));
    }

    @EventListener
    void onAccessDenied(AuthorizationDeniedEvent<?> event) {
        if (event.getAuthorizationResult() instanceof FactorAuthorizationDecision) {
            return; // The passkey is asked for, as at every login with one.
        }
        var authentication = event.getAuthentication().get();
        if (authentication != null && !(authentication instanceof AnonymousAuthenticationToken)) {
            warnings.warn(LOG, "Access denied: " + describe(authentication));
        }
    }

    private String describe(Authentication authentication) {
        return accounts.find(authentication.getName())
                .map(account -> "account " + account.id())
                .orElse("no account");
    }
}
