package dev.certpath.outages;

import dev.certpath.trials.RepeatedKills;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was acknowledged survives SIGKILL. {@code KillTrial} repeats this many times. */
@Tag("process")
class KillIT {

    @Test
    void losesNothingAcknowledgedWhenKilledUnderLoad(@TempDir Path folder) {
        new RepeatedKills(folder).assertNothingLost(2, 50);
    }
}
