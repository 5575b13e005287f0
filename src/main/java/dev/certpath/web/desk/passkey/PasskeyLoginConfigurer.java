package dev.certpath.web.desk.passkey;

import dev.certpath.accounts.PasskeyMode;
import dev.certpath.accounts.PasskeyService;
import dev.certpath.logging.WarningLimiter;
import dev.certpath.web.desk.DeskUrls;
import dev.certpath.web.desk.login.LoginRequestCache;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Validator;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;
import org.springframework.http.converter.HttpMessageConversionException;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.security.authentication.AuthenticationEventPublisher;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsFilter;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.registration.PublicKeyCredentialCreationOptionsFilter;
import org.springframework.security.web.webauthn.registration.WebAuthnRegistrationFilter;
import org.springframework.stereotype.Component;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Configures passkeys in the security filter chain of the desk. Spring Security's own configurer answers some requests
 * before access is checked; here, all filters of passkeys come after the check.
 */
@Component
public final class PasskeyLoginConfigurer extends AbstractHttpConfigurer<PasskeyLoginConfigurer, HttpSecurity> {

    private static final int MAX_JSON_LENGTH = 16 * 1024;

    private static final RequestMatcher PASSKEY_REQUESTS = new OrRequestMatcher(Stream.of(
                    DeskUrls.PASSKEY_LOGIN,
                    DeskUrls.PASSKEY_LOGIN_OPTIONS,
                    DeskUrls.PASSKEY_REGISTRATION,
                    DeskUrls.PASSKEY_REGISTRATION_OPTIONS)
            .map(path ->
                    (RequestMatcher) PathPatternRequestMatcher.withDefaults().matcher(HttpMethod.POST, path))
            .toList());

    private final PasskeyMode mode;
    private final UserCredentialRepository credentials;
    private final WebAuthnRelyingPartyOperations operations;
    private final AuthenticationEventPublisher events;
    private final LoginRequestCache requestCache;
    private final WarningLimiter warnings;

    PasskeyLoginConfigurer(
            PasskeyMode mode,
            PublicKeyCredentialUserEntityRepository users,
            UserCredentialRepository credentials,
            PasskeyService passkeys,
            RelyingPartyResolver relyingParties,
            Validator validator,
            HttpServletRequest currentRequest,
            AuthenticationEventPublisher events,
            LoginRequestCache requestCache,
            WarningLimiter warnings) {
        this.mode = mode;
        this.credentials = credentials;
        this.operations =
                new AccountPasskeyOperations(users, credentials, passkeys, relyingParties, validator, currentRequest);
        this.events = events;
        this.requestCache = requestCache;
        this.warnings = warnings;
    }

    @Override
    public void init(HttpSecurity http) {
        http.exceptionHandling(exceptions -> exceptions.defaultDeniedHandlerForMissingAuthority(
                (request, response, missing) -> DeskUrls.seeOther(DeskUrls.SECOND_FACTOR, request, response),
                FactorGrantedAuthority.WEBAUTHN_AUTHORITY));
    }

    @Override
    public void configure(HttpSecurity http) {
        if (!mode.isOn()) {
            return;
        }
        var json = jsonConverter();
        var registration = new WebAuthnRegistrationFilter(credentials, operations);
        registration.setConverter(json);
        registration.setRemoveCredentialMatcher(request -> false); // PasskeyController removes passkeys
        http.addFilterAfter(new PasskeyErrorFilter(PASSKEY_REQUESTS, warnings), AuthorizationFilter.class)
                .addFilterAfter(new PublicKeyCredentialRequestOptionsFilter(operations), AuthorizationFilter.class)
                .addFilterAfter(authenticationFilter(json), AuthorizationFilter.class)
                .addFilterAfter(new PublicKeyCredentialCreationOptionsFilter(operations), AuthorizationFilter.class)
                .addFilterAfter(registration, AuthorizationFilter.class);
    }

    private WebAuthnAuthenticationFilter authenticationFilter(JacksonJsonHttpMessageConverter json) {
        var filter = new WebAuthnAuthenticationFilter();
        filter.setConverter(json);
        filter.setAuthenticationManager(new PasskeyAuthenticationManager(operations, events));
        filter.setSessionAuthenticationStrategy(new ChangeSessionIdAuthenticationStrategy());
        filter.setAuthenticationSuccessHandler(new PasskeyLoginSuccessHandler(requestCache));
        filter.setAuthenticationFailureHandler((request, response, failure) -> response.sendError(statusFor(failure)));
        return filter;
    }

    private static int statusFor(AuthenticationException failure) {
        return failure.getCause() instanceof HttpMessageConversionException
                ? HttpServletResponse.SC_BAD_REQUEST
                : HttpServletResponse.SC_UNAUTHORIZED;
    }

    private static JacksonJsonHttpMessageConverter jsonConverter() {
        var constraints = StreamReadConstraints.builder()
                .maxDocumentLength(MAX_JSON_LENGTH)
                .build();
        var factory = JsonFactory.builder().streamReadConstraints(constraints).build();
        return new JacksonJsonHttpMessageConverter(JsonMapper.builder(factory)
                .addModule(new WebauthnJacksonModule())
                .build());
    }
}
