package dev.certpath.editions.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.editions.dryrun.DryRunProgress.Step;
import dev.certpath.guide.Guide;
import dev.certpath.guide.GuideYaml;
import dev.certpath.testsupport.TestApplication;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A dry run goes on in the background, is found again when it is finished, and can be repeated. */
class DryRunServiceTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final TestApplication application = TestApplication.shared();
    private final DryRunRepository repository = application.bean(DryRunRepository.class);
    private final CountDownLatch counted = new CountDownLatch(1);
    private final AtomicInteger runs = new AtomicInteger();
    private final GuideYaml published = GuideYaml.published();
    private final Guide guide = published.read();

    @AfterEach
    void deletesDryRuns() {
        application.update("delete from guide_dry_runs");
    }

    @Test
    void showsHowFarItIsUntilItIsFinished() {
        var service = service(NOW, consumer -> await(counted));
        assertThat(service.find(request(1)))
                .isInstanceOfSatisfying(
                        DryRunState.Running.class,
                        running ->
                                assertThat(running.progress().step()).isIn(Step.COMBINATIONS, Step.RULES, Step.CASES));
        assertThat(service.find(request(2)))
                .as("one at a time")
                .isEqualTo(new DryRunState.Running(DryRunProgress.WAITING));
        counted.countDown();
        service.destroy();
        assertThat(service.find(request(1))).isInstanceOf(DryRunState.Finished.class);
        assertThat(service.find(request(2))).isInstanceOf(DryRunState.Finished.class);
    }

    @Test
    void isCountedOnceUntilItIsBegunAgain() {
        var service = service(NOW, consumer -> runs.incrementAndGet());
        var first = finished(service, request(1));
        assertThat(finished(service, request(1))).isEqualTo(first);
        assertThat(runs).hasValue(1);
        service.begin(request(1));
        var second = finished(service, request(1));
        assertThat(second.id()).isGreaterThan(first.id());
        assertThat(runs).hasValue(2);
        assertThat(service.isOf(second.id(), request(1))).isTrue();
        assertThat(service.isOf(second.id(), request(2)))
                .as("after another change")
                .isFalse();
        assertThat(service.isOf(second.id(), new DryRunRequest(published.edition() + "#", guide, guide, 1)))
                .as("another text")
                .isFalse();
    }

    @Test
    void canBeRepeatedAfterAFailure() {
        var service = service(NOW, consumer -> {
            if (runs.incrementAndGet() == 1) {
                throw new IllegalStateException("The database is away");
            }
        });
        assertThat(settled(service, request(1))).isInstanceOf(DryRunState.Failed.class);
        service.begin(request(1));
        assertThat(finished(service, request(1)).dryRun().changesNothing()).isTrue();
    }

    @Test
    void isDeletedAfterAWeekUnlessItBelongsToAPublication() {
        var old = finished(service(NOW.minus(Duration.ofDays(8)), consumer -> {}), request(1))
                .id();
        var published = finished(service(NOW.minus(Duration.ofDays(8)), consumer -> {}), request(2))
                .id();
        var recent = finished(service(NOW.minus(Duration.ofDays(6)), consumer -> {}), request(3))
                .id();
        application.update("update guide_publications set dry_run = " + published);
        try {
            finished(service(NOW, consumer -> {}), request(4));
            assertThat(repository.find(old)).isEmpty();
            assertThat(repository.find(published)).isPresent();
            assertThat(repository.find(recent)).isPresent();
        } finally {
            application.update("update guide_publications set dry_run = null");
        }
    }

    private DryRunService service(Instant now, Consumer<Consumer<SavedCases.CasesOfDocument>> cases) {
        return new DryRunService(repository, cases::accept, Clock.fixed(now, ZoneOffset.UTC));
    }

    private DryRunRequest request(long guideVersion) {
        return new DryRunRequest(published.edition(), guide, guide, guideVersion);
    }

    private static StoredDryRun finished(DryRunService service, DryRunRequest request) {
        return ((DryRunState.Finished) settled(service, request)).stored();
    }

    /** The state of a dry run that is no longer running, however long that takes. */
    private static DryRunState settled(DryRunService service, DryRunRequest request) {
        DryRunState state;
        do {
            state = service.find(request);
        } while (state instanceof DryRunState.Running);
        return state;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
