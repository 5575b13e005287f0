package dev.certpath.outages;

import dev.certpath.trials.Kills;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A recommendation that was acknowledged survives {@code kill -9}. {@code KillTrial} does so many times, and later. */
class KillTest {

    @Test
    void everythingAcknowledgedIsThereAfterAKillInMidLoad(@TempDir Path folder) {
        new Kills(folder).loseNothing(2, 50);
    }
}
