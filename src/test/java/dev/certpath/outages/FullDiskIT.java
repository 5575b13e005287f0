package dev.certpath.outages;

import dev.certpath.testsupport.TestApplication;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full. Of a database that goes away, {@link RemoteDatabaseIT} tells. */
@Tag("process")
class FullDiskIT {

    @TempDir
    private Path folder;

    @Test
    void withoutRoomForItsDataItLivesButIsNotReady() {
        TestApplication.on(folder).close(); // with room, for its first account
        try (var site = TestApplication.on(folder, HealthClient.WITHOUT_ROOM)) {
            HealthClient.says(site, HealthClient.READY, 503);
            HealthClient.says(site, HealthClient.ALIVE, 200);
        }
    }
}
