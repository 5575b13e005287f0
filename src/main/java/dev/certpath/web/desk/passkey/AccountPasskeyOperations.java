package dev.certpath.web.desk.passkey;

import com.webauthn4j.WebAuthnManager;
import dev.certpath.accounts.PasskeyService;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Validator;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableAuthenticationExtensionsClientInputs;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions.PublicKeyCredentialCreationOptionsBuilder;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/**
 * Spring Security's WebAuthn operations for the {@link RelyingParty} of the current request. A passkey is added to the
 * account that is logged in, under a valid name.
 */
final class AccountPasskeyOperations implements WebAuthnRelyingPartyOperations {

    private static final String SITE_NAME = "Certification path";

    private final PublicKeyCredentialUserEntityRepository users;
    private final UserCredentialRepository credentials;
    private final PasskeyService passkeys;
    private final RelyingPartyResolver relyingParties;
    private final Validator validator;
    private final HttpServletRequest currentRequest;
    private final WebAuthnManager webAuthn = WebAuthnManager.createNonStrictWebAuthnManager();

    AccountPasskeyOperations(
            PublicKeyCredentialUserEntityRepository users,
            UserCredentialRepository credentials,
            PasskeyService passkeys,
            RelyingPartyResolver relyingParties,
            Validator validator,
            HttpServletRequest currentRequest) {
        this.users = users;
        this.credentials = credentials;
        this.passkeys = passkeys;
        this.relyingParties = relyingParties;
        this.validator = validator;
        this.currentRequest = currentRequest;
    }

    @Override
    public PublicKeyCredentialCreationOptions createPublicKeyCredentialCreationOptions(
            PublicKeyCredentialCreationOptionsRequest request) {
        return operations().createPublicKeyCredentialCreationOptions(request);
    }

    @Override
    public CredentialRecord registerCredential(RelyingPartyRegistrationRequest request) {
        var username = currentUsername();
        require(
                username.equals(request.getCreationOptions().getUser().getName()),
                "The options are of another account");
        require(
                validator
                        .validate(new PasskeyForm(request.getPublicKey().getLabel()))
                        .isEmpty(),
                "The name is not valid");
        return passkeys.add(username, () -> operations().registerCredential(request));
    }

    @Override
    public PublicKeyCredentialRequestOptions createCredentialRequestOptions(
            PublicKeyCredentialRequestOptionsRequest request) {
        return operations().createCredentialRequestOptions(request);
    }

    @Override
    public PublicKeyCredentialUserEntity authenticate(RelyingPartyAuthenticationRequest request) {
        return passkeys.verify(currentUsername(), () -> operations().authenticate(request));
    }

    private WebAuthnRelyingPartyOperations operations() {
        var party = relyingParties
                .find(currentRequest)
                .orElseThrow(() -> new IllegalArgumentException("Passkeys can't work at this address"));
        var entity = PublicKeyCredentialRpEntity.builder()
                .id(party.id())
                .name(SITE_NAME)
                .build();
        var operations = new Webauthn4JRelyingPartyOperations(users, credentials, entity, Set.of(party.origin()));
        operations.setWebAuthnManager(webAuthn);
        operations.setCustomizeCreationOptions(AccountPasskeyOperations::customize);
        return operations;
    }

    /**
     * Needs no storage on the authenticator, because the account is known from the password. Leaves out the extension
     * credProps, whose incomplete result of some browsers Spring Security can't read.
     */
    private static void customize(PublicKeyCredentialCreationOptionsBuilder options) {
        options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.DISCOURAGED)
                        .userVerification(UserVerificationRequirement.PREFERRED)
                        .build())
                .extensions(new ImmutableAuthenticationExtensionsClientInputs());
    }

    private static String currentUsername() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .map(Authentication::getName)
                .orElseThrow();
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
