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
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Backs up the embedded database every night, without downtime, to the folder {@code CERTPATH_BACKUP}. The application
 * does so itself because no other process can open the database; PostgreSQL has its own backup programs.
 *
 * <p>A backup is an SQL script, because a copy of the file ({@code BACKUP TO}) would contain pages of deleted data.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty({DataFolderEnvironmentPostProcessor.FOLDER, H2BackupJob.FOLDER})
class H2BackupJob {

    static final String FOLDER = "CERTPATH_BACKUP";

    private static final Logger LOG = LoggerFactory.getLogger(H2BackupJob.class);
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int MAX_BACKUPS = 7;

    private final Path folder;
    private final JdbcTemplate database;
    private final Clock clock;
    private final TransactionTemplate snapshot;

    H2BackupJob(
            @Value("${" + FOLDER + "}") Path folder,
            JdbcTemplate database,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.folder = folder.toAbsolutePath();
        this.database = database;
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    @Scheduled(cron = "${CERTPATH_BACKUP_AT:0 0 3 * * *}", zone = "UTC")
    void backUp() {
        var file = folder.resolve("certpath-" + TIMESTAMP.format(clock.instant()) + ".sql.zip");
        var unfinished = folder.resolve("unfinished");
        var partialFile = unfinished.resolve(file.getFileName());
        try {
            Files.createDirectories(folder);
            PrivateFiles.createFolder(unfinished); // H2 creates a file that others can read
            writeScript(partialFile);
            PrivateFiles.createFile(partialFile);
            Files.move(partialFile, file, StandardCopyOption.ATOMIC_MOVE);
            Files.delete(unfinished);
            deleteOldBackups();
            LOG.info("Backed up the database to {}", file);
        } catch (IOException | UncategorizedSQLException failure) { // H2 can't write the file, or it can't be moved
            LOG.error("The backup failed; earlier backups are kept.", failure);
        }
    }

    private void writeScript(Path file) {
        snapshot.executeWithoutResult(status ->
                database.execute("script to ? compression zip", (PreparedStatementCallback<Boolean>) script -> {
                    script.setString(1, file.toString());
                    return script.execute();
                }));
    }

    /** Keeps the newest backups; their names sort by time. */
    private void deleteOldBackups() throws IOException {
        try (var files = Files.list(folder)) {
            var oldBackups = files.filter(file -> file.getFileName().toString().matches("certpath-.*\\.zip"))
                    .sorted(Comparator.reverseOrder())
                    .skip(MAX_BACKUPS)
                    .toList();
            for (Path backup : oldBackups) {
                Files.delete(backup);
            }
        }
    }
}
