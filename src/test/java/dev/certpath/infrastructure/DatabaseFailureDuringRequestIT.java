package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.OnEveryDatabase;
import dev.certpath.testsupport.TestApplication;
import org.junit.jupiter.api.Test;

/** Responses when the database fails while a request is processed. */
@OnEveryDatabase
class DatabaseFailureDuringRequestIT {

    private final TestApplication site = TestApplication.shared();

    @Test
    void answers503WhenLoginCannotReadTheAccount() {
        var browser = site.browser();
        site.update("alter table accounts rename to accounts_renamed");
        try {
            var log = LogCapture.during(() ->
                    browser.logsIn("admin", TestApplication.ADMIN_PASSWORD).gets(503));

            assertThat(browser.header("Retry-After")).isNotBlank();
            assertThat(log.errors()).isEmpty();
        } finally {
            site.update("alter table accounts_renamed rename to accounts");
        }
        browser.logsIn("admin", TestApplication.ADMIN_PASSWORD).isOn("/advisor");
    }

    @Test
    void answers503WhenTheSessionCannotBeSaved() {
        var advisor = site.advisor();
        site.update("update sessions set principal_name = 'nobody'");
        site.update("alter table sessions add constraint refusing check (principal_name = 'nobody')");
        try {
            var log = LogCapture.during(() -> advisor.opens("/advisor").gets(503));

            assertThat(advisor.header("Retry-After")).isNotBlank();
            assertThat(log.errors()).isEmpty();
        } finally {
            site.update("alter table sessions drop constraint refusing");
        }
        advisor.opens("/advisor").gets(200);
    }
}
