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

/** The data folder fills up: saving is refused, reading goes on, nothing is harmed, and it mends by itself. */
class DiskFullTrial {

    private static final String RESERVE = "management.health.diskspace.threshold=";
    private static final String BODY = """
            {"employerCloud":["aws"],"targetIndustry":"retail","roleFocus":"mlops","mlBackground":"expert"}""";

    /** More than there are connections, each of which may have to be found broken once. */
    private static final int A_FEW = 15;

    @TempDir
    private Path folder;

    private SmallDisk disk;

    @BeforeEach
    void mount() throws IOException {
        var mounted = SmallDisk.at(Files.createDirectory(folder.resolve("disk")));
        assumeTrue(mounted.isPresent(), "needs a disk of its own");
        disk = mounted.get();
    }

    @AfterEach
    void unmount() throws IOException {
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void savingStopsBeforeTheDatabaseDoes() throws IOException {
        var saved = "";
        try (var process = ApplicationProcess.on(disk.folder(), RESERVE + "32MB")) {
            var api = new ApiClient(process.address());
            saved = save(api);
            try (var load = LoadGenerator.of(8, process.address(), ClientRequest.save(), ClientRequest.form())) {
                LoadGenerator.pause(Duration.ofSeconds(3));
                disk.fillUpTo(8 * 1024);
                LoadGenerator.pause(Duration.ofSeconds(3));
                disk.fillUpTo(0);
                assertThat(read(api, saved)).as("reading meanwhile").isEqualTo(200);
                assertThat(api.gets("/actuator/health").status()).isEqualTo(503);
                disk.clear();
                assertThat(status(api)).as("saving at once").isEqualTo(201);
                assertThat(load.stop().statuses()).containsOnlyKeys(201, 303, 503);
                System.out.println("TRIAL data folder full, 32 MiB kept back: saving "
                        + load.tally().statuses() + ", reading 200, and saved again at once when there was room");
            }
            assertThat(process.errors()).isEmpty();
        }
        isWhole(saved);
    }

    /** The room is gone between looking and writing, and H2 closes itself. */
    @Test
    void whereTheDatabaseClosedItselfItIsOpenedAgain() throws IOException {
        var saved = "";
        try (var process = ApplicationProcess.on(disk.folder(), RESERVE + "8KB")) {
            var api = new ApiClient(process.address());
            saved = save(api);
            disk.fillUpTo(8);
            for (int times = 0; times < A_FEW; times++) {
                assertThat(status(api)).as("saving").isEqualTo(503);
            }
            assertThat(process.output()).contains("The database has been closed");
            int refused = 0;
            while (read(api, saved) != 200) {
                assertThat(++refused).as("reading refused").isLessThan(A_FEW);
            }
            disk.clear();
            assertThat(status(api)).as("saving when there is room").isEqualTo(201);
            System.out.println("TRIAL data folder full to the last byte: the database closed itself, was opened again"
                    + " after " + refused + " refused readings, and saved at once when there was room");
        }
        isWhole(saved);
    }

    private void isWhole(String saved) {
        try (var site = TestApplication.on(disk.folder())) {
            assertThat(site.api().gets("/api/v1/recommendations/" + saved).status())
                    .isEqualTo(200);
            assertThat(ConcurrentWriters.halves(site)).isZero();
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
