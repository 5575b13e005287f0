package dev.certpath.web.desk.passkey;

import dev.certpath.accounts.Account;
import dev.certpath.accounts.PasskeyMode;
import dev.certpath.accounts.PasskeyService;
import java.util.function.Predicate;
import org.springframework.security.authorization.AllRequiredFactorsAuthorizationManager;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.ConditionalAuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.stereotype.Component;

/** Decides who needs a passkey besides the password. */
@Component
public class SecondFactorPolicy {

    private static final String ADVISOR = "ROLE_ADVISOR";
    private static final String ADMIN = "ROLE_ADMIN";

    private final PasskeyMode mode;
    private final PasskeyService passkeys;

    SecondFactorPolicy(PasskeyMode mode, PasskeyService passkeys) {
        this.mode = mode;
        this.passkeys = passkeys;
    }

    /** Denies requests of users who need a passkey and have not presented one. */
    public <T> AuthorizationManager<T> ifNeeded() {
        return passkeyWhen(this::isNeededBy);
    }

    /**
     * Denies requests of users who have a passkey and have not presented one. Those who need one and have none yet pass, so
     * that they can add it.
     */
    public <T> AuthorizationManager<T> ifRegistered() {
        return passkeyWhen(this::isRegisteredBy);
    }

    /** Whether a user needs a passkey and has none to present. */
    boolean isMissing(Authentication user) {
        return isNeededBy(user) && !hasPresentedPasskey(user);
    }

    /** Whether a user has presented a passkey. */
    static boolean hasPresentedPasskey(Authentication user) {
        return hasAuthority(user, FactorGrantedAuthority.WEBAUTHN_AUTHORITY);
    }

    /** Whether a user has to have a passkey. */
    boolean isRequiredOf(Authentication user) {
        return hasAuthority(user, ADVISOR) && mode.isRequiredFor(roleOf(user));
    }

    private boolean isNeededBy(Authentication user) {
        return isRequiredOf(user) || isRegisteredBy(user);
    }

    /** Users who have presented a passkey have had one, which saves a query for each of their requests. */
    private boolean isRegisteredBy(Authentication user) {
        return mode.isOn()
                && hasAuthority(user, ADVISOR)
                && (hasPresentedPasskey(user) || passkeys.hasPasskey(user.getName()));
    }

    private static <T> AuthorizationManager<T> passkeyWhen(Predicate<Authentication> condition) {
        return ConditionalAuthorizationManager.<T>when(condition)
                .whenTrue(AllRequiredFactorsAuthorizationManager.<T>builder()
                        .requireFactor(factor -> factor.webauthnAuthority())
                        .build())
                .build();
    }

    private static Account.Role roleOf(Authentication user) {
        return hasAuthority(user, ADMIN) ? Account.Role.ADMIN : Account.Role.ADVISOR;
    }

    private static boolean hasAuthority(Authentication user, String authority) {
        return user.getAuthorities().stream().anyMatch(granted -> authority.equals(granted.getAuthority()));
    }
}
