package dev.certpath.security;

import dev.certpath.security.AccessRules.Who;
import dev.certpath.web.desk.login.AdvisorLoginConfigurer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authorization.AuthorizationEventPublisher;
import org.springframework.security.authorization.SpringAuthorizationEventPublisher;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.csrf.CsrfFilter;

/**
 * Two chains guard the house by the table in {@link AccessRules}. The desk's has sessions, a login and tokens in its forms;
 * everyone else's has no session and no cookie, and what it does not know is not found.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    @Order(1)
    SecurityFilterChain desk(HttpSecurity http, AdvisorLoginConfigurer login, RateLimitFilter limits) {
        return http.securityMatcher(AccessRules.addressesFor(Who.PASSERS_BY, Who.ADVISORS, Who.ADMINS))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(AccessRules.addressesFor(Who.PASSERS_BY))
                                .permitAll()
                                .requestMatchers(AccessRules.addressesFor(Who.ADVISORS))
                                .hasRole("ADVISOR")
                                .requestMatchers(AccessRules.addressesFor(Who.ADMINS))
                                .hasRole("ADMIN")
                                .anyRequest()
                                .denyAll())
                .with(login, Customizer.withDefaults())
                // Tokens guard the desk's forms, too; but a form that another site sends shall not even cost a session.
                .addFilterBefore(new SameOriginFilter(), CsrfFilter.class)
                .addFilterBefore(new AnonymousSessionRateLimitFilter(limits), CsrfFilter.class)
                .headers(SecurityConfiguration::headers)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain everyone(HttpSecurity http) {
        return http.authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .requestMatchers(AccessRules.addressesFor(Who.EVERYONE))
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .addFilterBefore(new SameOriginFilter(), AuthorizationFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(CsrfConfigurer::disable) // no session to ride on; SameOriginForms looks at where a form came from
                .requestCache(RequestCacheConfigurer::disable)
                .exceptionHandling(
                        refusal -> refusal.authenticationEntryPoint((request, response, reason) -> notFound(response))
                                .accessDeniedHandler((request, response, reason) -> notFound(response)))
                .headers(SecurityConfiguration::headers)
                .build();
    }

    /** New passwords are hashed by PBKDF2, which takes any length. */
    @Bean
    PasswordEncoder passwordEncoder() {
        String newest = "pbkdf2@SpringSecurity_v5_8";
        return new DelegatingPasswordEncoder(
                newest, Map.of(newest, Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8()));
    }

    /** Has refusals told, so that they can be logged. */
    @Bean
    AuthorizationEventPublisher refusals(ApplicationEventPublisher events) {
        return new SpringAuthorizationEventPublisher(events);
    }

    /** Measures none of its steps: that would be dozens of numbers, and twice as many calls, for every request. */
    @Bean
    SecurityObservationSettings unobserved() {
        return SecurityObservationSettings.noObservations();
    }

    static void notFound(HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.defaultsDisabled();
        SecurityHeaders.ALL.forEach(headers::addHeaderWriter);
    }
}
