package dev.certpath.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.Log;
import dev.certpath.OnEveryDatabase;
import dev.certpath.Site;
import org.junit.jupiter.api.Test;

/** What the desk says when the database fails in the middle of a request. */
@OnEveryDatabase
class DatabaseInPartAwayTest {

    private final Site site = Site.shared();

    @Test
    void aLoginThatCanNotLookUpTheAccountSaysWhenToComeBack() {
        var visitor = site.visitor();
        site.changes("alter table accounts rename to accounts_elsewhere");
        try {
            var log = Log.during(() -> visitor.logsIn("admin", Site.PASSWORD).gets(503));

            assertThat(visitor.header("Retry-After")).isNotBlank();
            assertThat(log.errors()).isEmpty();
        } finally {
            site.changes("alter table accounts_elsewhere rename to accounts");
        }
        visitor.logsIn("admin", Site.PASSWORD).isOn("/advisor");
    }

    @Test
    void aPageWhoseSessionCanNotBeSavedSaysWhenToComeBack() {
        var advisor = site.advisor();
        site.changes("update sessions set principal_name = 'nobody'");
        site.changes("alter table sessions add constraint refusing check (principal_name = 'nobody')");
        try {
            var log = Log.during(() -> advisor.opens("/advisor").gets(503));

            assertThat(advisor.header("Retry-After")).isNotBlank();
            assertThat(log.errors()).isEmpty();
        } finally {
            site.changes("alter table sessions drop constraint refusing");
        }
        advisor.opens("/advisor").gets(200);
    }
}
