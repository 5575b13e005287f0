package dev.certpath.security;

import dev.certpath.security.AccessRules.Access;
import dev.certpath.web.desk.login.AdvisorLoginConfigurer;
import dev.certpath.web.desk.passkey.PasskeyLoginConfigurer;
import dev.certpath.web.desk.passkey.SecondFactorPolicy;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationEventPublisher;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationManagerFactory;
import org.springframework.security.authorization.DefaultAuthorizationManagerFactory;
import org.springframework.security.authorization.SingleResultAuthorizationManager;
import org.springframework.security.authorization.SpringAuthorizationEventPublisher;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.annotation.web.configurers.SessionManagementConfigurer.SessionFixationConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CsrfFilter;

/**
 * The two filter chains that enforce {@link AccessRules}. The advisors' chain has sessions, a login and CSRF tokens; the
 * public chain is stateless, sets no cookie, and answers 404 for every URL that no rule names.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LimitProperties.class)
class SecurityConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain advisorFilterChain(
            HttpSecurity http,
            AdvisorLoginConfigurer login,
            PasskeyLoginConfigurer passkeys,
            SecondFactorPolicy secondFactor,
            RateLimitFilter rateLimits) {
        var withPassword = requiring(SingleResultAuthorizationManager.permitAll());
        var withoutPasskey = requiring(secondFactor.ifRegistered());
        var loggedIn = requiring(secondFactor.ifNeeded());
        return http.securityMatcher(AccessRules.patternsWithSession())
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(AccessRules.patternsFor(Access.ANONYMOUS_WITH_SESSION))
                                .permitAll()
                                .requestMatchers(AccessRules.patternsFor(Access.ADVISORS_WITH_PASSWORD))
                                .access(withPassword.hasRole("ADVISOR"))
                                .requestMatchers(AccessRules.patternsFor(Access.ADVISORS_WITHOUT_PASSKEY))
                                .access(withoutPasskey.hasRole("ADVISOR"))
                                .requestMatchers(AccessRules.patternsFor(Access.ADVISORS))
                                .access(loggedIn.hasRole("ADVISOR"))
                                .requestMatchers(AccessRules.patternsFor(Access.ADMINS))
                                .access(loggedIn.hasRole("ADMIN"))
                                .anyRequest()
                                .denyAll())
                .with(login, Customizer.withDefaults())
                .with(passkeys, Customizer.withDefaults())
                // A new session for each login: if two concurrent ones changed the id of one session, the browser might
                // keep the id that is no longer valid.
                .sessionManagement(session -> session.sessionFixation(SessionFixationConfigurer::migrateSession))
                .addFilterBefore(new AnonymousRequestRateLimitFilter(rateLimits), CsrfFilter.class)
                .headers(SecurityConfiguration::configureHeaders)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain publicFilterChain(HttpSecurity http) {
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(AccessRules.patternsFor(Access.PUBLIC))
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(CsrfConfigurer::disable) // there is no session; SameOriginFilter checks the origin of forms
                .requestCache(RequestCacheConfigurer::disable)
                .exceptionHandling(exceptions -> exceptions
                        .authenticationEntryPoint((request, response, exception) -> sendNotFound(response))
                        .accessDeniedHandler((request, response, exception) -> sendNotFound(response)))
                .headers(SecurityConfiguration::configureHeaders)
                .build();
    }

    /** Publishes denied requests as events, so that they can be logged. */
    @Bean
    AuthorizationEventPublisher authorizationEventPublisher(ApplicationEventPublisher events) {
        return new SpringAuthorizationEventPublisher(events);
    }

    /** Disables observations of the filter chains: they add dozens of metrics and double the calls of every request. */
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    /** Creates a factory of rules that require a role and, before that, another authorization. */
    private static AuthorizationManagerFactory<RequestAuthorizationContext> requiring(
            AuthorizationManager<RequestAuthorizationContext> authorization) {
        var factory = new DefaultAuthorizationManagerFactory<RequestAuthorizationContext>();
        factory.setAdditionalAuthorization(authorization);
        return factory;
    }

    static void sendNotFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    static void configureHeaders(HeadersConfigurer<HttpSecurity> headers) {
        headers.defaultsDisabled();
        SecurityHeaders.ALL.forEach(headers::addHeaderWriter);
    }
}
