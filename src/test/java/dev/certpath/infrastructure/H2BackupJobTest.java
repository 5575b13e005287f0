package dev.certpath.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.certpath.editions.GuideDatabase;
import dev.certpath.testsupport.H2Backup;
import dev.certpath.testsupport.LogCapture;
import dev.certpath.testsupport.TestApplication;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
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
    void restoresTheSameRecommendations() throws IOException, SQLException {
        var before = RecommendationSnapshot.ofNewRecommendation(site);
        site.bean(H2BackupJob.class).backUp();
        H2Backup.restore(backups().get(0), folder.resolve("restored"));
        try (var restored = TestApplication.on(folder.resolve("restored"))) {
            assertThat(restored.caseCount()).isEqualTo(site.caseCount());
            assertThat(RecommendationSnapshot.at(before.address(), restored)).isEqualTo(before);
        }
    }

    @Test
    void restoresTheGuideInForce() throws IOException, SQLException {
        var edition = new GuideDatabase(site).publishes(GuideDatabase.editionWithReasons("Newer."));
        site.bean(H2BackupJob.class).backUp();
        H2Backup.restore(backups().get(0), folder.resolve("restored-guide"));
        try (var restored = TestApplication.on(folder.resolve("restored-guide"))) {
            var guide = restored.api().gets("/api/v1/guide").json();
            assertThat(guide.get("edition").intValue()).isEqualTo(edition);
            assertThat(guide.at("/rules/0/text").stringValue()).startsWith("Newer.");
            assertThat(restored.api().gets("/api/v1/guide/editions/1").status()).isEqualTo(200);
        }
    }

    @Test
    void keepsTheNewestSevenBackups() throws IOException {
        Files.createDirectories(folder.resolve("backups"));
        for (int day = 10; day < 20; day++) {
            Files.createFile(folder.resolve("backups/certpath-202610%dT030000Z.sql.zip".formatted(day)));
        }
        site.bean(H2BackupJob.class).backUp();
        assertThat(backups())
                .extracting(backup -> backup.getFileName().toString())
                .hasSize(7)
                .contains("certpath-20261123T100000Z.sql.zip", "certpath-20261014T030000Z.sql.zip")
                .doesNotContain("certpath-20261013T030000Z.sql.zip");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void onlyTheOwnerCanReadTheDataFolderAndBackups() throws IOException {
        site.bean(H2BackupJob.class).backUp();
        assertThat(permissions(site.folder())).isEqualTo("rwx------");
        assertThat(permissions(site.folder().resolve("certpath.mv.db"))).isEqualTo("rw-------");
        assertThat(backups()).hasSize(1).allMatch(backup -> permissions(backup).equals("rw-------"));
    }

    /** H2 would create the trace file, which others can read, with the values of a statement that failed. */
    @Test
    void failedStatementsLeaveNoFile() {
        assertThatThrownBy(() -> site.update("insert into contacts (name) values ('Ann Lee')"))
                .isInstanceOf(DataAccessException.class);
        assertThat(site.folder()).isDirectoryNotContaining("glob:**.trace.db");
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void takesReadPermissionsFromAnExistingDatabase(@TempDir Path data) throws IOException {
        TestApplication.on(data).close();
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(data.resolve("certpath.mv.db"), PosixFilePermissions.fromString("rw-r--r--"));
        TestApplication.on(data).close();
        assertThat(permissions(data)).isEqualTo("rwx------");
        assertThat(permissions(data.resolve("certpath.mv.db"))).isEqualTo("rw-------");
    }

    private static String permissions(Path path) {
        try {
            return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
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
}
