package dev.certpath.trials;

import dev.certpath.testsupport.PostgresServer;
import dev.certpath.testsupport.RequiresPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sends SIGKILL while eight clients write, many times. */
class KillTrial {

    private static final int SAVES_BEFORE_EACH_KILL = 200;

    @Test
    void losesNothingOnTheEmbeddedDatabase(@TempDir Path folder) {
        new KillRestartLoop(folder).assertNothingLost(Integer.getInteger("certpath.kills", 50), SAVES_BEFORE_EACH_KILL);
    }

    @Test
    @RequiresPostgres
    void losesNothingOnPostgres(@TempDir Path folder) {
        try (var postgres = PostgresServer.start()) {
            new KillRestartLoop(folder, postgres.newDatabase().toArray(String[]::new))
                    .assertNothingLost(Integer.getInteger("certpath.kills", 20), SAVES_BEFORE_EACH_KILL);
        }
    }
}
