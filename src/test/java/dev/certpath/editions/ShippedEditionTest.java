package dev.certpath.editions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.guide.GuideYaml;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An edition that a later version of the application ships becomes a draft, once. */
class ShippedEditionTest {

    private static final String SHIPPED = GuideYaml.published().edition();

    @TempDir
    private Path folder;

    @Test
    void becomesADraftOnceAndIsNotInForce() {
        onStart(site -> {
            assertThat(draft(site).find()).isEmpty();
            site.update("update guide_editions set content = content || '# edited' where number = 2");
        });
        onStart(site -> {
            var arrived = draft(site).find().orElseThrow();
            assertThat(arrived.content()).isEqualTo(SHIPPED.replace("edition: 2", "edition: 3"));
            assertThat(arrived.changedBy()).isEmpty();
            assertThat(draft(site).check(arrived.content()).isValid()).isTrue();
            assertThat(site.bean(CurrentGuide.class).guide().edition()).isEqualTo(2);
            draft(site).discard(arrived.version());
        });
        onStart(site -> assertThat(draft(site).find()).isEmpty());
    }

    @Test
    void waitsUntilThereIsNoOtherDraft() {
        onStart(site -> {
            draft(site).start(1, "admin");
            site.update("update guide_editions set content = content || '# edited' where number = 2");
        });
        onStart(site -> {
            var kept = draft(site).find().orElseThrow();
            assertThat(kept.changedBy()).contains("admin");
            draft(site).discard(kept.version());
        });
        onStart(site -> assertThat(draft(site).find().orElseThrow().changedBy()).isEmpty());
    }

    private void onStart(Consumer<TestApplication> action) {
        try (var site = TestApplication.on(folder)) {
            action.accept(site);
        }
    }

    private static DraftService draft(TestApplication site) {
        return site.bean(DraftService.class);
    }
}
