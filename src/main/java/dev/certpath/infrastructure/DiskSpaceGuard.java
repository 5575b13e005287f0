package dev.certpath.infrastructure;

import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.util.unit.DataSize;

/**
 * Saves nothing more when the data folder is nearly full. H2 closes itself when a write fails, and then nothing could
 * even be read; so the last of the room is left to it.
 */
@Component
@ConditionalOnProperty(DataFolderEnvironmentPostProcessor.FOLDER)
class DiskSpaceGuard implements TransactionExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(DiskSpaceGuard.class);

    private final Path folder;
    private final DataSize reserve;
    private volatile boolean isFull;

    DiskSpaceGuard(
            @Value("${" + DataFolderEnvironmentPostProcessor.FOLDER + "}") Path folder,
            @Value("${" + DataFolderEnvironmentPostProcessor.RESERVE + "}") DataSize reserve) {
        this.folder = folder;
        this.reserve = reserve;
    }

    @Override
    public void beforeBegin(TransactionExecution transaction) {
        if (transaction.isReadOnly()) {
            return;
        }
        boolean full = folder.toFile().getUsableSpace() < reserve.toBytes();
        if (full != isFull) {
            isFull = full;
            LOG.warn(
                    full
                            ? "The data folder has less than {} MiB left: nothing is saved until there is more."
                            : "The data folder has {} MiB or more again: saving goes on.",
                    reserve.toMegabytes());
        }
        if (full) {
            throw new CannotCreateTransactionException("no room in the data folder");
        }
    }
}
