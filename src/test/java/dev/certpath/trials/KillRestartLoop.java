package dev.certpath.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.certpath.testsupport.ApiClient;
import dev.certpath.testsupport.ApplicationProcess;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;

/** Kills a process repeatedly while eight clients write, and checks the data afterwards. */
public final class KillRestartLoop {

    private final Path folder;
    private final String[] settings;
    private final ConcurrentWriters writers = new ConcurrentWriters();

    /** Takes the data folder and settings of the process. */
    public KillRestartLoop(Path folder, String... settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** Asserts that every start succeeds, that nothing acknowledged is lost, and that nothing is partially written. */
    public void assertNothingLost(int kills, int savesBeforeEachKill) {
        for (int kill = 0; kill < kills; kill++) {
            try (var process = ApplicationProcess.withFastPasswordHashing(folder, settings)) {
                var address = process.address();
                assertThat(process.errors()).as("errors of start %s", kill).isEmpty();
                assertThat(new ApiClient(address).gets("/actuator/health").status())
                        .isEqualTo(200);
                assertThatCode(() -> writers.write(address, savesBeforeEachKill, process::kill))
                        .as(process::output)
                        .doesNotThrowAnyException();
            }
        }
        var log = LogCapture.during(this::assertDataIsComplete);
        assertThat(log.lines()).as("log of the last start").anyMatch(line -> line.contains("Certpath is ready"));
        assertThat(log.errors()).as("errors of the last start").isEmpty();
        System.out.printf(
                "TRIAL %d kills: %,d operations acknowledged, 0 lost, 0 partial writes, %d starts without errors%n",
                kills, writers.acknowledged(), kills);
    }

    private void assertDataIsComplete() {
        try (var site = TestApplication.on(folder, settings)) {
            assertThat(writers.lost(site)).as("lost operations").isEmpty();
            assertThat(ConcurrentWriters.partialWrites(site))
                    .as("partial writes")
                    .isZero();
        }
    }
}
