package dev.certpath.infrastructure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Backs the embedded database up every night, while people work, into the folder {@code CERTPATH_BACKUP}. Only this
 * process has the database open, so only it can; PostgreSQL has programs for that.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@ConditionalOnProperty({DataFolderEnvironmentPostProcessor.FOLDER, H2BackupJob.FOLDER})
class H2BackupJob {

    static final String FOLDER = "CERTPATH_BACKUP";

    private static final Logger LOG = LoggerFactory.getLogger(H2BackupJob.class);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int KEPT = 7;

    private final Path folder;
    private final JdbcClient database;
    private final Clock clock;

    H2BackupJob(@Value("${" + FOLDER + "}") Path folder, JdbcClient database, Clock clock) {
        this.folder = folder.toAbsolutePath();
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(cron = "${CERTPATH_BACKUP_AT:0 0 3 * * *}", zone = "UTC")
    void backUp() {
        var file = folder.resolve("certpath-" + TIME.format(clock.instant()) + ".zip");
        var part = folder.resolve("unfinished.part");
        try {
            Files.createDirectories(folder);
            database.sql("backup to ?").param(part.toString()).update();
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            forgetOld();
            LOG.info("Backed up into {}", file);
        } catch (IOException | DataAccessException failure) {
            LOG.error("The backup failed; earlier ones are kept.", failure);
        }
    }

    /** Their names sort by time. */
    private void forgetOld() throws IOException {
        try (var files = Files.list(folder)) {
            var old = files.filter(file -> file.getFileName().toString().matches("certpath-.*\\.zip"))
                    .sorted(Comparator.reverseOrder())
                    .skip(KEPT)
                    .toList();
            for (Path file : old) {
                Files.delete(file);
            }
        }
    }
}
