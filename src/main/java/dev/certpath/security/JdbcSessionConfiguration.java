package dev.certpath.security;

import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;

/** Stores advisors' sessions in the database: a login is valid on every instance and survives a restart. */
@Configuration(proxyBeanMethods = false)
class JdbcSessionConfiguration {

    private static final String H2_UPSERT = """
            MERGE INTO %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES)
            KEY (SESSION_PRIMARY_ID, ATTRIBUTE_NAME)
            VALUES (?, ?, ?)
            """;

    /** When two requests add the same attribute to one session, the later value is stored and neither request fails. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionAttributeUpsert(
            @Value("${spring.datasource.url}") String url) {
        return url.startsWith("jdbc:postgresql:")
                ? new PostgreSqlJdbcIndexedSessionRepositoryCustomizer()
                : repository -> repository.setCreateSessionAttributeQuery(H2_UPSERT);
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionAttributeSerialization() {
        return repository -> repository.setConversionService(SessionAttributeSerializer.conversionService());
    }

    /** Session ids have 256 random bits. */
    @Bean
    SessionIdGenerator sessionIdGenerator() {
        return new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), AdvisorSessionIdResolver.ID_BYTES)
                ::generateKey;
    }

    @Bean
    CookieHttpSessionIdResolver cookieSessionIdResolver(CookieSerializer serializer) {
        var resolver = new CookieHttpSessionIdResolver();
        resolver.setCookieSerializer(serializer);
        return resolver;
    }

    @Bean
    @Primary
    AdvisorSessionIdResolver advisorSessionIdResolver(CookieHttpSessionIdResolver cookies) {
        return new AdvisorSessionIdResolver(cookies);
    }
}
