package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.TestApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** A backup of a running application can be restored to an empty folder. */
class H2BackupJobTest {

    @TempDir
    private static Path folder;

    private static TestApplication site;

    @BeforeAll
    static void start() {
        site = TestApplication.on(folder.resolve("data"), "CERTPATH_BACKUP=" + folder.resolve("backups"));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @BeforeEach
    void deleteBackups() throws IOException {
        FileSystemUtils.deleteRecursively(folder.resolve("backups"));
    }

    @Test
    void restoresTheSameRecommendations() throws IOException {
        var before = RecommendationSnapshot.ofNewRecommendation(site);
        site.bean(H2BackupJob.class).backUp();
        unpack(backups().get(0), folder.resolve("restored"));
        try (var restored = TestApplication.on(folder.resolve("restored"))) {
            assertThat(restored.caseCount()).isEqualTo(site.caseCount());
            assertThat(RecommendationSnapshot.at(before.address(), restored)).isEqualTo(before);
        }
    }

    @Test
    void keepsTheNewestSevenBackups() throws IOException {
        Files.createDirectories(folder.resolve("backups"));
        for (int day = 10; day < 20; day++) {
            Files.createFile(folder.resolve("backups/certpath-202610%dT030000Z.zip".formatted(day)));
        }
        site.bean(H2BackupJob.class).backUp();
        assertThat(backups())
                .extracting(backup -> backup.getFileName().toString())
                .hasSize(7)
                .contains("certpath-20261123T100000Z.zip", "certpath-20261014T030000Z.zip")
                .doesNotContain("certpath-20261013T030000Z.zip");
    }

    @Test
    void logsAFailedBackupAndContinues() throws IOException {
        Files.createFile(folder.resolve("backups"));
        var log = LogCapture.during(() -> site.bean(H2BackupJob.class).backUp());
        assertThat(log.errors()).hasSize(1).first().asString().contains("The backup failed");
        RecommendationSnapshot.ofNewRecommendation(site);
    }

    private static List<Path> backups() throws IOException {
        try (var files = Files.list(folder.resolve("backups"))) {
            return files.toList();
        }
    }

    private static void unpack(Path zip, Path target) throws IOException {
        Files.createDirectories(target);
        try (var files = new ZipInputStream(Files.newInputStream(zip))) {
            for (var file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                Files.copy(files, target.resolve(file.getName()));
            }
        }
    }
}
