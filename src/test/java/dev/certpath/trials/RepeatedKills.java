package dev.certpath.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.certpath.testsupport.ApiClient;
import dev.certpath.testsupport.ApplicationProcess;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;

/** Kills a process again and again while eight writers use it, and looks at what is left. */
public final class RepeatedKills {

    private final Path folder;
    private final String[] settings;
    private final ConcurrentWriters writers = new ConcurrentWriters();

    public RepeatedKills(Path folder, String... settings) {
        this.folder = folder;
        this.settings = settings;
    }

    /** Everything acknowledged is there, whole, after so many kills in the middle of saving, and every start is clean. */
    public void loseNothing(int kills, int savedBeforeEach) {
        for (int kill = 0; kill < kills; kill++) {
            try (var process = ApplicationProcess.withFastPasswordHashing(folder, settings)) {
                var address = process.address();
                assertThat(process.errors()).as("errors of start %s", kill).isEmpty();
                assertThat(new ApiClient(address).gets("/actuator/health").status())
                        .isEqualTo(200);
                assertThatCode(() -> writers.writeUntilTheEndOf(address, savedBeforeEach, process::kill))
                        .as(process::output)
                        .doesNotThrowAnyException();
            }
        }
        var log = LogCapture.during(this::nothingIsLost);
        assertThat(log.lines()).as("the last start").anyMatch(line -> line.contains("Certpath is ready"));
        assertThat(log.errors()).as("errors of the last start").isEmpty();
        System.out.printf(
                "TRIAL %d kills: %,d acknowledged, 0 lost, 0 saved by halves, %d clean starts%n",
                kills, writers.acknowledged(), kills);
    }

    private void nothingIsLost() {
        try (var site = TestApplication.on(folder, settings)) {
            assertThat(writers.lost(site)).as("lost").isEmpty();
            assertThat(ConcurrentWriters.halves(site)).as("saved by halves").isZero();
        }
    }
}
