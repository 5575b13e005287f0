package dev.certpath.trials;

import dev.certpath.OnPostgres;
import dev.certpath.Postgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code kill -9} in the middle of the work of eight writers, many times. */
class KillTrial {

    private static final int SAVED_BEFORE_EACH = 200;

    @Test
    void onTheEmbeddedDatabase(@TempDir Path folder) {
        new Kills(folder).loseNothing(Integer.getInteger("certpath.kills", 50), SAVED_BEFORE_EACH);
    }

    @Test
    @OnPostgres
    void onPostgres(@TempDir Path folder) {
        try (var postgres = Postgres.start()) {
            new Kills(folder, postgres.newDatabase().toArray(String[]::new))
                    .loseNothing(Integer.getInteger("certpath.kills", 20), SAVED_BEFORE_EACH);
        }
    }
}
