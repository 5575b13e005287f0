package dev.certpath.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.Api.Reply;
import dev.certpath.Site;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a proxy says of the way a request came is believed only where that is configured. */
class BehindProxyTest {

    @Test
    void behindTlsTheCookieIsSecureAndBrowsersAreToldToStay(@TempDir Path folder) {
        try (var site = Site.on(folder, "server.forward-headers-strategy=native")) {
            var login = loginOverTls(site);
            assertThat(login.header("Strict-Transport-Security")).contains("max-age=31536000", "includeSubDomains");
            assertThat(login.header("Set-Cookie")).contains("Secure", "HttpOnly", "SameSite=Lax");
        }
    }

    @Test
    void otherwiseNobodyCanClaimIt() {
        var login = loginOverTls(Site.shared());
        assertThat(login.status()).isEqualTo(200);
        assertThat(login.header("Strict-Transport-Security")).isEmpty();
        assertThat(login.header("Set-Cookie")).doesNotContain("Secure").contains("HttpOnly", "SameSite=Lax");
        var elsewhere = Site.shared().api().gets("/advisor", "X-Forwarded-Host", "elsewhere.example");
        assertThat(elsewhere.header("Location")).doesNotContain("elsewhere");
    }

    private static Reply loginOverTls(Site site) {
        return site.api().gets("/login", "X-Forwarded-Proto", "https");
    }
}
