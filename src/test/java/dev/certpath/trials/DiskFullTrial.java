package dev.certpath.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.certpath.testsupport.ApiClient;
import dev.certpath.testsupport.ApplicationProcess;
import dev.certpath.testsupport.TestApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk of the data folder is full: saving is refused, reading works, no data is damaged, and saving recovers by
 * itself.
 */
class DiskFullTrial {

    private static final String RESERVE = "management.health.diskspace.threshold=";
    private static final String BODY = """
            {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"expert"}""";

    /** More than the connections of the pool, each of which may fail once. */
    private static final int ATTEMPTS = 15;

    @TempDir
    private Path folder;

    private SmallDisk disk;

    @BeforeEach
    void mount() throws IOException {
        var mounted = SmallDisk.mount(Files.createDirectory(folder.resolve("disk")));
        assumeTrue(mounted.isPresent(), "requires a small disk");
        disk = mounted.get();
    }

    @AfterEach
    void unmount() throws IOException {
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void savingIsRefusedBeforeTheDatabaseFails() throws IOException {
        var saved = "";
        try (var process = ApplicationProcess.on(disk.folder(), RESERVE + "32MB")) {
            var api = new ApiClient(process.address());
            saved = save(api);
            try (var load =
                    LoadGenerator.start(8, process.address(), SimulatedRequest.save(), SimulatedRequest.saveByForm())) {
                LoadGenerator.pause(Duration.ofSeconds(3));
                disk.fillUntilFree(8 * 1024);
                LoadGenerator.pause(Duration.ofSeconds(3));
                disk.fillUntilFree(0);
                assertThat(read(api, saved)).as("reading").isEqualTo(200);
                assertThat(api.gets("/actuator/health").status()).isEqualTo(503);
                disk.clear();
                assertThat(status(api)).as("saving with free space").isEqualTo(201);
                assertThat(load.stop().countByStatus()).containsOnlyKeys(201, 303, 503);
                System.out.println("TRIAL disk full, 32 MiB reserved: saving "
                        + load.statistics().countByStatus() + ", reading 200, saving again at once with free space");
            }
            assertThat(process.errors()).isEmpty();
        }
        assertUndamaged(saved);
    }

    /** The disk becomes full between the check and the write, so that H2 closes the database. */
    @Test
    void databaseIsOpenedAgainAfterItClosedItself() throws IOException {
        var saved = "";
        try (var process = ApplicationProcess.on(disk.folder(), RESERVE + "8KB")) {
            var api = new ApiClient(process.address());
            saved = save(api);
            disk.fillUntilFree(8);
            int fitting = 0; // into the space that the file already has
            while (status(api) == 201) {
                assertThat(++fitting).as("saved with a full disk").isLessThan(ATTEMPTS);
            }
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                assertThat(status(api)).as("saving").isEqualTo(503);
            }
            assertThat(process.output()).contains("The database is unavailable: CannotCreateTransactionException");
            int refused = 0;
            while (read(api, saved) != 200) {
                assertThat(++refused).as("failed reads").isLessThan(ATTEMPTS);
            }
            disk.clear();
            assertThat(status(api)).as("saving with free space").isEqualTo(201);
            System.out.println("TRIAL disk full to the last byte: the database closed itself, was opened again"
                    + " after " + refused + " failed reads, saving again at once with free space");
        }
        assertUndamaged(saved);
    }

    private void assertUndamaged(String saved) {
        try (var site = TestApplication.on(disk.folder())) {
            assertThat(site.api().gets("/api/v1/recommendations/" + saved).status())
                    .isEqualTo(200);
            assertThat(ConcurrentWriters.partialWrites(site)).isZero();
        }
    }

    private static String save(ApiClient api) {
        return api.posts("/api/v1/recommendations", BODY).json().get("id").stringValue();
    }

    private static int status(ApiClient api) {
        return api.posts("/api/v1/recommendations", BODY).status();
    }

    private static int read(ApiClient api, String saved) {
        return api.gets("/recommendations/" + saved).status();
    }
}
