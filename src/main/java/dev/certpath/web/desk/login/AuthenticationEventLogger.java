package dev.certpath.web.desk.login;

import dev.certpath.accounts.AccountService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationFailureServiceExceptionEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Tells the log who came, who left and who was refused: by the account's number, for a log holds no names; and whoever
 * types a password into the field for the name would find it here.
 */
@Component
class AuthenticationEventLogger {

    private static final Logger LOG = LoggerFactory.getLogger(AuthenticationEventLogger.class);

    private final AccountService accounts;

    AuthenticationEventLogger(AccountService accounts) {
        this.accounts = accounts;
    }

    @EventListener
    void cameIn(AuthenticationSuccessEvent event) {
        LOG.info("Logged in: {}", who(event.getAuthentication()));
    }

    @EventListener
    void failed(AbstractAuthenticationFailureEvent event) {
        if (event instanceof AuthenticationFailureServiceExceptionEvent) {
            return; // the database is away: nobody knows who it was
        }
        LOG.warn(
                "Login refused, {}: {}",
                event.getException().getClass().getSimpleName(),
                who(event.getAuthentication()));
    }

    @EventListener
    void left(LogoutSuccessEvent event) {
        LOG.info("Logged out: {}", who(event.getAuthentication()));
    }

    @EventListener
    void refused(AuthorizationDeniedEvent<?> event) {
        var visitor = event.getAuthentication().get();
        if (visitor != null && !(visitor instanceof AnonymousAuthenticationToken)) {
            LOG.warn("Refused what is not for this role: {}", who(visitor));
        }
    }

    private String who(Authentication visitor) {
        return accounts.find(visitor.getName())
                .map(account -> "account " + account.number())
                .orElse("no account");
    }
}
