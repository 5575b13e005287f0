package dev.certpath.outages;

import dev.certpath.Site;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full. Of a database that goes away, {@link DistantDatabaseTest} tells. */
@TracesInTheLog
class FullDiskTest {

    @TempDir
    private Path folder;

    @Test
    void withoutRoomForItsDataItLivesButIsNotReady() {
        Site.on(folder).close(); // with room, for its first account
        try (var site = Site.on(folder, Health.WITHOUT_ROOM)) {
            Health.says(site, Health.READY, 503);
            Health.says(site, Health.ALIVE, 200);
        }
    }
}
