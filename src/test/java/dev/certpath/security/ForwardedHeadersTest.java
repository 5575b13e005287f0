package dev.certpath.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApiClient.Response;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code X-Forwarded-*} headers are used only if the forward headers strategy is configured. */
class ForwardedHeadersTest {

    @Test
    void setsSecureCookieAndHstsBehindATrustedTlsProxy(@TempDir Path folder) {
        try (var site = TestApplication.on(folder, "server.forward-headers-strategy=native")) {
            var login = loginOverTls(site);
            assertThat(login.header("Strict-Transport-Security")).contains("max-age=31536000", "includeSubDomains");
            assertThat(login.header("Set-Cookie")).contains("Secure", "HttpOnly", "SameSite=Lax");
        }
    }

    @Test
    void ignoresForwardedHeadersByDefault() {
        var login = loginOverTls(TestApplication.shared());
        assertThat(login.status()).isEqualTo(200);
        assertThat(login.header("Strict-Transport-Security")).isEmpty();
        assertThat(login.header("Set-Cookie")).doesNotContain("Secure").contains("HttpOnly", "SameSite=Lax");
        var elsewhere = TestApplication.shared().api().gets("/advisor", "X-Forwarded-Host", "elsewhere.example");
        assertThat(elsewhere.header("Location")).doesNotContain("elsewhere");
    }

    private static Response loginOverTls(TestApplication site) {
        return site.api().gets("/login", "X-Forwarded-Proto", "https");
    }
}
