package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.HttpBrowser;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Data and sessions survive a restart. For PostgreSQL, {@link MultipleInstancesIT} covers this: a restart is another
 * instance.
 */
@TestInstance(Lifecycle.PER_CLASS)
class RestartTest {

    private RecommendationSnapshot before;
    private HttpBrowser advisor;
    private TestApplication restarted;

    @BeforeAll
    void restart(@TempDir Path folder) {
        try (var site = TestApplication.on(folder)) {
            before = RecommendationSnapshot.ofNewRecommendation(site);
            advisor = site.advisor().opens("/advisor").isOn("/advisor");
        }
        restarted = TestApplication.on(folder);
    }

    @AfterAll
    void stop() {
        restarted.close();
    }

    @Test
    void servesTheSameRecommendationAfterARestart() {
        assertThat(RecommendationSnapshot.at(before.address(), restarted)).isEqualTo(before);
        assertThat(restarted.caseCount()).isEqualTo(1);
    }

    /** The key that signs the cookie is kept. */
    @Test
    void deviceIsKnownAfterARestart() {
        var device = advisor.inAnotherTab().switchesTo(restarted).removesCookie("certpath");
        for (int attempt = 0; attempt < 5; attempt++) {
            restarted.browser().logsIn("admin", "wrong");
        }
        restarted.browser().logsIn("admin", TestApplication.ADMIN_PASSWORD).isOn("/login?wrong");

        device.logsIn("admin", TestApplication.ADMIN_PASSWORD).isOn("/advisor");
    }

    @Test
    void loginIsValidAfterARestart() {
        advisor.switchesTo(restarted).opens("/advisor").isOn("/advisor").isLoggedInAs("admin");
    }
}
