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
 * Rejects write transactions when the data folder is nearly full. H2 closes the database when a write fails, and then even
 * reads fail; the reserved space keeps H2's own writes working.
 */
@Component
@ConditionalOnProperty(DataFolderEnvironmentPostProcessor.FOLDER)
class DiskSpaceGuard implements TransactionExecutionListener {

    private static final Logger LOG = LoggerFactory.getLogger(DiskSpaceGuard.class);

    private final Path folder;
    private final DataSize reserve;
    private volatile boolean wasFull;

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
        boolean isFull = isFull();
        if (isFull != wasFull) {
            wasFull = isFull;
            LOG.warn(
                    isFull
                            ? "The data folder has less than {} MiB of free space: write transactions are rejected."
                            : "The data folder has {} MiB of free space again: write transactions are accepted.",
                    reserve.toMegabytes());
        }
        if (isFull) {
            throw new CannotCreateTransactionException("the data folder has no free space");
        }
    }

    /** Returns whether the disk has less free space than is reserved. */
    boolean isFull() {
        return folder.toFile().getUsableSpace() < reserve.toBytes();
    }
}
