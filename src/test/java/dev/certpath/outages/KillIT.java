package dev.certpath.outages;

import dev.certpath.trials.RepeatedKills;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recommendation that was acknowledged survives {@code kill -9}. {@code KillTrial} does so many times, and later. */
@Tag("process")
class KillIT {

    @Test
    void everythingAcknowledgedIsThereAfterAKillInMidLoad(@TempDir Path folder) {
        new RepeatedKills(folder).loseNothing(2, 50);
    }
}
