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

/** Keeps the desk's sessions in the database: a login holds on every instance, and survives a restart. */
@Configuration(proxyBeanMethods = false)
class JdbcSessionConfiguration {

    private static final String KEEP_ON_H2 = """
            MERGE INTO %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES)
            KEY (SESSION_PRIMARY_ID, ATTRIBUTE_NAME)
            VALUES (?, ?, ?)
            """;

    /** Of two requests that add the same thing to one session the later counts, and neither fails. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> addingTwice(
            @Value("${spring.datasource.url}") String url) {
        return url.startsWith("jdbc:postgresql:")
                ? new PostgreSqlJdbcIndexedSessionRepositoryCustomizer()
                : sessions -> sessions.setCreateSessionAttributeQuery(KEEP_ON_H2);
    }

    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> contents() {
        return sessions -> sessions.setConversionService(SessionAttributeSerializer.conversion());
    }

    /** 256 random bits. */
    @Bean
    SessionIdGenerator sessionIds() {
        return new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), AdvisorSessionIdResolver.ID_BYTES)
                ::generateKey;
    }

    @Bean
    CookieHttpSessionIdResolver cookies(CookieSerializer cookie) {
        var cookies = new CookieHttpSessionIdResolver();
        cookies.setCookieSerializer(cookie);
        return cookies;
    }

    @Bean
    @Primary
    AdvisorSessionIdResolver deskCookie(CookieHttpSessionIdResolver cookies) {
        return new AdvisorSessionIdResolver(cookies);
    }
}
