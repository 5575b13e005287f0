package dev.certpath.trials;

import dev.certpath.testsupport.PostgresServer;
import dev.certpath.testsupport.RequiresPostgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of the work of eight writers, many times. */
class KillTrial {

    private static final int SAVED_BEFORE_EACH = 200;

    @Test
    void onTheEmbeddedDatabase(@TempDir Path folder) {
        new RepeatedKills(folder).loseNothing(Integer.getInteger("certpath.kills", 50), SAVED_BEFORE_EACH);
    }

    @Test
    @RequiresPostgres
    void onPostgres(@TempDir Path folder) {
        try (var postgres = PostgresServer.start()) {
            new RepeatedKills(folder, postgres.newDatabase().toArray(String[]::new))
                    .loseNothing(Integer.getInteger("certpath.kills", 20), SAVED_BEFORE_EACH);
        }
    }
}
