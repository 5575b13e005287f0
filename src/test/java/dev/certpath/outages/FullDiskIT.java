package dev.certpath.outages;

import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Health checks with too little free disk space for an embedded database. {@link RemoteDatabaseIT} has none of its own.
 */
@Tag("process")
class FullDiskIT {

    @TempDir
    private Path folder;

    @Test
    void withoutFreeSpaceItIsAliveButNotReady() {
        TestApplication.on(folder).close(); // creates the first account with enough free space
        try (var site = TestApplication.on(folder, HealthClient.WITHOUT_FREE_SPACE)) {
            HealthClient.expect(site, HealthClient.READY, 503);
            HealthClient.expect(site, HealthClient.ALIVE, 200);
        }
    }
}
