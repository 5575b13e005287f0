package dev.certpath.web.desk.passkey;

import dev.certpath.accounts.PasskeyMode;
import dev.certpath.web.url.InvalidSettingException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.security.web.webauthn.management.JdbcPublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.JdbcUserCredentialRepository;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/** Stores passkeys in the database with Spring Security's repositories, and reads who needs one. */
@Configuration(proxyBeanMethods = false)
class PasskeyConfiguration {

    @Bean
    PasskeyMode passkeyMode(@Value("${certpath.passkeys:}") String code) {
        if (code.isEmpty()) {
            return PasskeyMode.OPTIONAL;
        }
        return PasskeyMode.fromCode(code)
                .orElseThrow(() -> new InvalidSettingException(
                        "CERTPATH_PASSKEYS has an unknown value: " + code,
                        "Set CERTPATH_PASSKEYS to off, optional, admins or all."));
    }

    @Bean
    PublicKeyCredentialUserEntityRepository passkeyUserRepository(JdbcOperations database) {
        return new JdbcPublicKeyCredentialUserEntityRepository(database);
    }

    @Bean
    UserCredentialRepository passkeyCredentialRepository(JdbcOperations database) {
        return new JdbcUserCredentialRepository(database);
    }
}
