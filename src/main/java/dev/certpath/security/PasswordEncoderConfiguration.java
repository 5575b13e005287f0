package dev.certpath.security;

import java.util.Map;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.password.AbstractValidatingPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder.SecretKeyFactoryAlgorithm;

/**
 * Hashes passwords with PBKDF2-HMAC-SHA256, which accepts passwords of any length, and the number of iterations that OWASP
 * recommends. Hashes of earlier versions are still accepted, and replaced at the next login.
 */
@Configuration(proxyBeanMethods = false)
class PasswordEncoderConfiguration {

    static final String ENCODING_ID = "pbkdf2-sha256@600000";
    static final String EARLIER_ENCODING_ID = "pbkdf2@SpringSecurity_v5_8";

    private static final int SALT_BYTES = 16;
    private static final int ITERATIONS = 600_000;
    private static final int EARLIER_ITERATIONS = 310_000;

    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder(
                ENCODING_ID,
                Map.of(ENCODING_ID, pbkdf2(ITERATIONS), EARLIER_ENCODING_ID, new EarlierPasswordEncoder()));
    }

    private static PasswordEncoder pbkdf2(int iterations) {
        return new Pbkdf2PasswordEncoder("", SALT_BYTES, iterations, SecretKeyFactoryAlgorithm.PBKDF2WithHmacSHA256);
    }

    /**
     * Spring Security's defaults of version 5.8. A mismatch takes the same time as one of the current encoding, which is
     * that of an unknown username: otherwise the time would tell which accounts exist.
     */
    private static final class EarlierPasswordEncoder extends AbstractValidatingPasswordEncoder {

        private final PasswordEncoder encoder = Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8();
        private final PasswordEncoder remainder = pbkdf2(ITERATIONS - EARLIER_ITERATIONS);

        @Override
        protected String encodeNonNullPassword(String password) {
            return Objects.requireNonNull(encoder.encode(password));
        }

        @Override
        protected boolean matchesNonNull(String password, String encoded) {
            boolean matches = encoder.matches(password, encoded);
            if (!matches) {
                remainder.encode(password);
            }
            return matches;
        }
    }
}
