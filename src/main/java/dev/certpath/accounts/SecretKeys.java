package dev.certpath.accounts;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Signs texts with a random key that is generated once and kept in the database, so that it is the same on all instances
 * and after a restart.
 */
@Component
public class SecretKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String KEY_NAME = "login";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec key;

    SecretKeys(JdbcClient database) {
        database.sql("insert into secret_keys (name, secret) values (?, ?) on conflict do nothing")
                .params(KEY_NAME, randomKey())
                .update(); // of several instances that start at the same time, one inserts
        var secret = database.sql("select secret from secret_keys where name = ?")
                .param(KEY_NAME)
                .query(String.class)
                .single();
        this.key = new SecretKeySpec(Base64.getDecoder().decode(secret), ALGORITHM);
    }

    /**
     * Signs a text with HMAC-SHA256.
     *
     * @param purpose what the signature is for; one of another purpose is not valid for it
     * @return the signature in URL-safe Base64, 43 characters
     */
    public String sign(String purpose, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var signature = mac.doFinal((purpose + "\n" + text).getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException(cause); // every Java platform has HmacSHA256
        }
    }

    private static String randomKey() {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
