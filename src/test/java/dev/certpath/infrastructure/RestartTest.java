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
 * What was there before a restart is there after it, as it was. On PostgreSQL a restart is another instance, of which
 * {@link MultipleInstancesIT} tells.
 */
@TestInstance(Lifecycle.PER_CLASS)
class RestartTest {

    private RecommendationSnapshot before;
    private HttpBrowser advisor;
    private TestApplication restarted;

    @BeforeAll
    void restarts(@TempDir Path folder) {
        try (var site = TestApplication.on(folder)) {
            before = RecommendationSnapshot.saved(site);
            advisor = site.advisor().opens("/advisor").isOn("/advisor");
        }
        restarted = TestApplication.on(folder);
    }

    @AfterAll
    void stops() {
        restarted.close();
    }

    @Test
    void aRecommendationIsTheSamePageAndTheSameDocumentAfterARestart() {
        assertThat(RecommendationSnapshot.at(before.address(), restarted)).isEqualTo(before);
        assertThat(restarted.caseCount()).isEqualTo(1);
    }

    @Test
    void aLoginHoldsAfterARestart() {
        advisor.switchesTo(restarted).opens("/advisor").isOn("/advisor").isLoggedInAs("admin");
    }
}
