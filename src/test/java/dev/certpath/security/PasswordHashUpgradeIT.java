package dev.certpath.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.certpath.accounts.AccountService;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.Pbkdf2PasswordEncoder;

/** Password hashes, with production's encoder. */
@OnEveryDatabase
class PasswordHashUpgradeIT {

    private static final String PREFIX = "{pbkdf2-sha256@600000}";
    private static final String PASSWORD = TestApplication.ADMIN_PASSWORD;

    @TempDir
    private Path folder;

    @Test
    void replacesHashOfEarlierEncodingAtLogin() {
        try (var site = TestApplication.withRealPasswordHashes(folder)) {
            assertTrue(hash(site).startsWith(PREFIX), hash(site));

            var earlier = "{pbkdf2@SpringSecurity_v5_8}"
                    + Pbkdf2PasswordEncoder.defaultsForSpringSecurity_v5_8().encode(PASSWORD);
            site.bean(JdbcClient.class)
                    .sql("update accounts set password_hash = ?")
                    .param(earlier)
                    .update();
            var session = site.advisor();
            var upgraded = hash(site);

            assertTrue(upgraded.startsWith(PREFIX), upgraded);
            session.opens("/advisor").isOn("/advisor");
            site.browser().logsIn("admin", "not the password").isOn("/login?wrong");
            site.advisor();
            assertEquals(upgraded, hash(site), "A current hash is kept");

            upgradesNoChangedPassword(site, earlier);
        }
    }

    private static void upgradesNoChangedPassword(TestApplication site, String earlier) {
        var current = hash(site);

        site.bean(AccountService.class).upgradePasswordHash("admin", earlier, "of a password that is replaced");

        assertEquals(current, hash(site));
    }

    @Test
    void hashesWithSaltAndRejectsOtherPasswords() {
        var encoder = new PasswordEncoderConfiguration().passwordEncoder();
        var hash = encoder.encode(PASSWORD);

        assertTrue(encoder.matches(PASSWORD, hash));
        assertFalse(encoder.matches(PASSWORD + "x", hash));
        assertFalse(encoder.upgradeEncoding(hash));
        assertNotEquals(hash, encoder.encode(PASSWORD));
    }

    private static String hash(TestApplication site) {
        return site.bean(JdbcClient.class)
                .sql("select password_hash from accounts where username = 'admin'")
                .query(String.class)
                .single();
    }
}
