package dev.certpath.web.desk.login;

import dev.certpath.accounts.LoginAttempts;
import dev.certpath.accounts.LoginAttempts.Attempt;
import dev.certpath.accounts.Username;
import java.util.Objects;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Authenticates with username and password within the limits of {@link LoginAttempts}. The username that is counted is the
 * one that is authenticated. All but the known devices of the account share a limit of comparisons at the same time,
 * so that these are not kept waiting by guesses. Spring Security's own locking asks the account and not the client, and counts nothing.
 */
final class LimitedAuthenticationProvider implements AuthenticationProvider {

    private final LoginAttempts attempts;
    private final PasswordComparisonLimit comparisons;
    private final AuthenticationProvider passwords;

    LimitedAuthenticationProvider(
            LoginAttempts attempts,
            PasswordComparisonLimit comparisons,
            AdvisorUserDetailsService advisors,
            PasswordEncoder passwordEncoder) {
        this.attempts = attempts;
        this.comparisons = comparisons;
        var provider = new DaoAuthenticationProvider(advisors);
        provider.setPasswordEncoder(passwordEncoder);
        provider.setUserDetailsPasswordService(advisors);
        this.passwords = provider;
    }

    /** Authenticates a token with {@link LoginDetails}. */
    @Override
    public Authentication authenticate(Authentication login) {
        var details = (LoginDetails) Objects.requireNonNull(login.getDetails());
        return isKnownDevice(details)
                ? authenticate(login, details)
                : comparisons.run(() -> authenticate(login, details));
    }

    /** Asks the database only if there is a token. */
    private boolean isKnownDevice(LoginDetails details) {
        return !details.deviceToken().isEmpty()
                && Username.parse(details.username())
                        .filter(username -> attempts.isKnownDevice(username, details.deviceToken()))
                        .isPresent();
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return passwords.supports(authentication);
    }

    private Authentication authenticate(Authentication login, LoginDetails details) {
        var username = Username.parse(details.username());
        var attempt = attempts.reserve(
                        username.orElseGet(() -> Username.lookingLike(details.username())),
                        details.clientNetwork(),
                        details.deviceToken())
                .orElseThrow(() -> new LockedException("Too many failed logins"));
        if (username.isEmpty()) {
            attempts.recordFailure(attempt);
            throw new BadCredentialsException("The username has invisible characters");
        }
        return authenticate(
                UsernamePasswordAuthenticationToken.unauthenticated(
                        username.get().value(), login.getCredentials()),
                attempt);
    }

    private Authentication authenticate(Authentication login, Attempt attempt) {
        try {
            var authenticated = Objects.requireNonNull(passwords.authenticate(login));
            attempts.recordSuccess(attempt);
            return authenticated;
        } catch (InternalAuthenticationServiceException databaseUnavailable) {
            throw databaseUnavailable;
        } catch (AuthenticationException failure) {
            attempts.recordFailure(attempt);
            throw failure;
        }
    }
}
