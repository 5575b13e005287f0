package dev.certpath.infrastructure;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * How many may wait for the database. Whoever comes on top of that is told to come back, so that a database that is away
 * leaves the pages alone that need none.
 */
@Component
class ConnectionBackpressure implements TransactionExecutionListener {

    private static final int LONGEST = 40;

    private final HikariDataSource pool;

    ConnectionBackpressure(HikariDataSource pool) {
        this.pool = pool;
    }

    @Override
    public void beforeBegin(TransactionExecution transaction) {
        var connections = pool.getHikariPoolMXBean(); // none before the first connection
        if (connections != null && connections.getThreadsAwaitingConnection() >= LONGEST) {
            throw new CannotCreateTransactionException("too many wait for the database");
        }
    }
}
