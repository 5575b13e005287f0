package dev.certpath.infrastructure;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Limits how many threads wait for a database connection. Further transactions fail at once and lead to 503, so that an
 * unavailable database does not block the pages that need none.
 */
@Component
class ConnectionBackpressure implements TransactionExecutionListener {

    private static final int MAX_WAITING_THREADS = 40;

    private final HikariDataSource pool;

    ConnectionBackpressure(HikariDataSource pool) {
        this.pool = pool;
    }

    @Override
    public void beforeBegin(TransactionExecution transaction) {
        var connections = pool.getHikariPoolMXBean(); // null before the first connection
        if (connections != null && connections.getThreadsAwaitingConnection() >= MAX_WAITING_THREADS) {
            throw new CannotCreateTransactionException("too many threads are waiting for a database connection");
        }
    }
}
