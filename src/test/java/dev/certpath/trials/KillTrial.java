package dev.certpath.trials;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.certpath.Postgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of the work of eight writers, many times. */
class KillTrial {

    @Test
    void onTheEmbeddedDatabase(@TempDir Path folder) {
        new Kills(folder).loseNothing(Integer.getInteger("certpath.kills", 50));
    }

    @Test
    void onPostgres(@TempDir Path folder) {
        var server = Postgres.start();
        assumeTrue(server.isPresent(), "needs PostgreSQL");
        try (var postgres = server.get()) {
            new Kills(folder, postgres.settings()).loseNothing(Integer.getInteger("certpath.kills", 20));
        }
    }
}
