package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.ApplicationProcess;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Start-up with invalid settings fails with a description and an action instead of a stack trace. */
@Tag("process")
class StartupFailureIT {

    @TempDir
    private Path folder;

    @Test
    void describesAnInvalidDataFolder() {
        try (var process = ApplicationProcess.on(folder.resolve("a;b"))) {
            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.output())
                    .contains("APPLICATION FAILED TO START", "The path of the data folder has a semicolon")
                    .contains(folder.resolve("a;b").toString(), "Set CERTPATH_DATA to a path without semicolon.")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void describesAMissingTemporaryFolder() {
        var missing = folder.resolve("missing");
        try (var process = ApplicationProcess.on(folder, "-Djava.io.tmpdir=" + missing)) {
            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.output())
                    .contains("APPLICATION FAILED TO START", "The temporary folder can't be used: " + missing)
                    .doesNotContain("\tat ");
        }
    }
}
