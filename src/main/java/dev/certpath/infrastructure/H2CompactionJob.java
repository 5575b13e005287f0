package dev.certpath.infrastructure;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RandomAccessStore;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Removes deleted data from the file of the embedded database. H2 writes changed pages to a new place and leaves the old
 * ones in the file, with names and e-mail addresses that were deleted. It has no SQL statement that removes them while
 * the database is in use: {@code SHUTDOWN COMPACT} closes it, and H2's own compaction leaves files as they are that are
 * at least nine tenths in use.
 */
@Component
@ConditionalOnProperty(DataFolderEnvironmentPostProcessor.FOLDER)
class H2CompactionJob {

    private static final int BYTES_PER_ROUND = 16 << 20;

    /** The first round rewrites the pages, further ones the records about them, until all of the old ones are free. */
    private static final int MIN_ROUNDS = 4;

    private final JdbcTemplate database;
    private final DiskSpaceGuard disk;
    private volatile long compactedVersion;

    H2CompactionJob(JdbcTemplate database, DiskSpaceGuard disk) {
        this.database = database;
        this.disk = disk;
    }

    /** Twice an hour, so that data is gone an hour after it was deleted. */
    @Scheduled(initialDelay = 2, fixedDelay = 30, timeUnit = TimeUnit.MINUTES)
    void removeDeletedData() {
        if (!disk.isFull()) { // it needs space for copies
            database.execute((ConnectionCallback<Void>) this::removeDeletedData);
        }
    }

    private Void removeDeletedData(Connection connection) throws SQLException {
        var store = store(connection);
        if (store.getCurrentVersion() != compactedVersion) {
            int retentionTime = store.getRetentionTime();
            store.setRetentionTime(0); // else old pages are kept for 45 seconds
            try {
                compact(store);
            } finally {
                store.setRetentionTime(retentionTime);
            }
            compactedVersion = store.getCurrentVersion();
        }
        return null;
    }

    /** Concurrent transactions are not blocked. Data that they delete is removed by the next run. */
    private static void compact(MVStore store) {
        var file = (RandomAccessStore) Objects.requireNonNull(store.getFileStore());
        long rounds = MIN_ROUNDS + file.size() / BYTES_PER_ROUND;
        for (int round = 0; round < rounds; round++) {
            store.compact(100, BYTES_PER_ROUND);
            store.commit();
            file.compactMoveChunks(100, Long.MAX_VALUE, store); // also cuts off the free end of the file
        }
    }

    private static MVStore store(Connection connection) throws SQLException {
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }
}
