package dev.certpath.web.desk.passkey;

import java.util.HashSet;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationRequestToken;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.transaction.TransactionException;

/**
 * Verifies a passkey of the user who has presented the password, and adds the factor to that login. Spring Security's own
 * provider would accept a passkey without a password, and the passkey of another account.
 */
final class PasskeyAuthenticationManager implements AuthenticationManager {

    private final WebAuthnRelyingPartyOperations operations;
    private final AuthenticationEventPublisher events;

    PasskeyAuthenticationManager(WebAuthnRelyingPartyOperations operations, AuthenticationEventPublisher events) {
        this.operations = operations;
        this.events = events;
    }

    @Override
    public Authentication authenticate(Authentication passkey) {
        var login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null) {
            throw new InsufficientAuthenticationException("The password has to be presented first");
        }
        try {
            verify((WebAuthnAuthenticationRequestToken) passkey, login);
        } catch (AuthenticationException failure) {
            events.publishAuthenticationFailure(failure, login);
            throw failure;
        }
        var result = withPasskey(login);
        events.publishAuthenticationSuccess(result);
        return result;
    }

    private void verify(WebAuthnAuthenticationRequestToken passkey, Authentication login) {
        String owner;
        try {
            owner = operations.authenticate(passkey.getWebAuthnRequest()).getName();
        } catch (DataAccessException | TransactionException databaseFailure) {
            throw databaseFailure;
        } catch (RuntimeException invalid) { // Spring Security and WebAuthn4J throw many types, for missing members too
            throw new BadCredentialsException("The passkey is not valid", invalid);
        }
        if (!owner.equals(login.getName())) {
            throw new BadCredentialsException("The passkey belongs to another account");
        }
    }

    private static Authentication withPasskey(Authentication login) {
        var authorities = new HashSet<GrantedAuthority>(login.getAuthorities());
        authorities.add(FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.WEBAUTHN_AUTHORITY));
        return login.toBuilder().authorities(all -> all.addAll(authorities)).build();
    }
}
