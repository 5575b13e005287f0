package dev.certpath.site;

import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.keygen.Base64StringKeyGenerator;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.web.http.CookieHttpSessionIdResolver;
import org.springframework.session.web.http.CookieSerializer;

/** Keeps the desk's sessions in the database: a login holds on every instance, and survives a restart. */
@Configuration(proxyBeanMethods = false)
class DeskSessions {

    /** What is to be kept, if the session is still there: another request may have ended it meanwhile. */
    private static final String OF_A_LIVE_SESSION = """
            SELECT S.PRIMARY_ID, V.NAME, V.BYTES
            FROM (VALUES (CAST(? AS VARCHAR), CAST(? AS VARCHAR), CAST(? AS BYTEA))) V (ID, NAME, BYTES)
            JOIN %TABLE_NAME% S ON S.PRIMARY_ID = V.ID""";

    private static final String KEEP_ON_POSTGRESQL = """
            INSERT INTO %TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES)
            """ + OF_A_LIVE_SESSION + """

            ON CONFLICT (SESSION_PRIMARY_ID, ATTRIBUTE_NAME) DO UPDATE SET ATTRIBUTE_BYTES = EXCLUDED.ATTRIBUTE_BYTES
            """;

    private static final String KEEP_ON_H2 = """
            MERGE INTO %TABLE_NAME%_ATTRIBUTES A USING (
            """ + OF_A_LIVE_SESSION + """
            ) N
            ON A.SESSION_PRIMARY_ID = N.PRIMARY_ID AND A.ATTRIBUTE_NAME = N.NAME
            WHEN MATCHED THEN UPDATE SET ATTRIBUTE_BYTES = N.BYTES
            WHEN NOT MATCHED THEN INSERT VALUES (N.PRIMARY_ID, N.NAME, N.BYTES)
            """;

    /**
     * Two requests of one session may each add the same thing to it, and a third may end it: the later one counts, and
     * none of them fails.
     */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> keeping(@Value("${spring.datasource.url}") String url) {
        return sessions -> {
            sessions.setConversionService(SessionContents.conversion());
            sessions.setCreateSessionAttributeQuery(
                    url.startsWith("jdbc:postgresql:") ? KEEP_ON_POSTGRESQL : KEEP_ON_H2);
        };
    }

    /** 256 random bits. */
    @Bean
    SessionIdGenerator sessionIds() {
        return new Base64StringKeyGenerator(Base64.getUrlEncoder().withoutPadding(), DeskCookie.ID_BYTES)::generateKey;
    }

    @Bean
    CookieHttpSessionIdResolver cookies(CookieSerializer cookie) {
        var cookies = new CookieHttpSessionIdResolver();
        cookies.setCookieSerializer(cookie);
        return cookies;
    }

    @Bean
    @Primary
    DeskCookie deskCookie(CookieHttpSessionIdResolver cookies) {
        return new DeskCookie(cookies);
    }
}
