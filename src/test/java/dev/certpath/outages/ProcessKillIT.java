package dev.certpath.outages;

import dev.certpath.trials.KillRestartLoop;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged survives SIGKILL. {@code KillTrial} repeats this many times. */
@Tag("process")
class ProcessKillIT {

    @Test
    void losesNothingAcknowledgedWhenKilledUnderLoad(@TempDir Path folder) {
        new KillRestartLoop(folder).assertNothingLost(2, 50);
    }
}
