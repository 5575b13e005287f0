package dev.certpath.persistence;

import dev.certpath.logging.WarningLimiter;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.TransactionTimedOutException;

/**
 * A failed database operation: an outage or a defect. In an outage the database can't be reached, can't write, or did not
 * answer in time, and the same operation may succeed later. Everything else, such as a violated constraint or invalid SQL,
 * is a defect.
 *
 * @param exception the exception of the data access layer
 */
public record DatabaseFailure(Throwable exception) {

    private static final Set<Class<? extends Exception>> DATABASE_EXCEPTIONS = Set.of(
            DataAccessException.class, TransactionException.class, PersistenceException.class, SQLException.class);

    private static final Set<Class<? extends Exception>> OUTAGE_EXCEPTIONS = Set.of(
            DataAccessResourceFailureException.class,
            TransientDataAccessException.class,
            RecoverableDataAccessException.class,
            CannotCreateTransactionException.class,
            TransactionTimedOutException.class,
            TransactionSystemException.class, // the commit or the rollback failed
            SQLTransientException.class,
            SQLRecoverableException.class,
            SQLNonTransientConnectionException.class);

    /** Classes of SQLSTATE: connection exception, insufficient resources, operator intervention, system error. */
    private static final Set<String> OUTAGE_STATES = Set.of("08", "53", "57", "58");

    private static final int H2_IO_EXCEPTION =
            90028; // H2's file can't be written, for example because the disk is full

    /** Of each kind of outage: enough to find the requests that users report. */
    private static final int MAX_WARNINGS_PER_MINUTE = 60;

    /** Finds the exception of the data access layer in an exception or its causes. */
    public static Optional<DatabaseFailure> find(Throwable exception) {
        return chain(exception)
                .filter(cause -> isAnyOf(DATABASE_EXCEPTIONS, cause))
                .findFirst()
                .map(DatabaseFailure::new);
    }

    /** Returns whether the operation failed because of an outage. */
    public boolean isOutage() {
        return chain(exception).anyMatch(DatabaseFailure::indicatesOutage);
    }

    /**
     * Logs an outage as a warning on one line and a defect as an error with its stack trace. Messages of the exceptions are
     * omitted, because they quote values of rows: personal data and idempotency keys. In an outage, many requests can fail
     * in the same way: not all of their warnings are logged.
     */
    public void log(Logger log, WarningLimiter warnings) {
        if (isOutage()) {
            warnings.warn(
                    log,
                    "The database is unavailable: " + exception.getClass().getSimpleName(),
                    MAX_WARNINGS_PER_MINUTE);
        } else {
            log.error("A database operation failed.", new ExceptionWithoutMessage(exception));
        }
    }

    private static boolean indicatesOutage(Throwable cause) {
        if (cause instanceof OptimisticLockingFailureException) {
            return false; // transient, but the database works; the service has to handle the concurrent change
        }
        return isAnyOf(OUTAGE_EXCEPTIONS, cause) || (cause instanceof SQLException failure && hasOutageCode(failure));
    }

    private static boolean hasOutageCode(SQLException failure) {
        var state = failure.getSQLState(); // null in exceptions of the connection pool: the connection or the pool is
        // closed
        return state == null
                || OUTAGE_STATES.stream().anyMatch(state::startsWith)
                || failure.getErrorCode() == H2_IO_EXCEPTION;
    }

    private static Stream<Throwable> chain(Throwable exception) {
        return Stream.iterate(exception, cause -> cause != null, Throwable::getCause);
    }

    private static boolean isAnyOf(Set<Class<? extends Exception>> types, Throwable exception) {
        return types.stream().anyMatch(type -> type.isInstance(exception));
    }
}
