package dev.certpath.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.stream.Stream;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.UnexpectedRollbackException;

/** Which exceptions are outages and which are defects. */
class DatabaseFailureTest {

    static Stream<Exception> outages() {
        return Stream.of(
                new CannotGetJdbcConnectionException("pool closed", new SQLException("closed")),
                new CannotCreateTransactionException("pool closed"),
                new TransactionSystemException("commit failed"),
                new QueryTimeoutException("timeout"),
                new CannotAcquireLockException("lock timeout"),
                new PersistenceException(new SQLTransientConnectionException("pool exhausted")),
                new PersistenceException(new SQLNonTransientConnectionException("broken")),
                new PersistenceException(new SQLException("connection closed by the pool")),
                withSqlState("08006"), // connection failure
                withSqlState("53100"), // disk full
                withSqlState("57P01"), // administrator shutdown
                withSqlState("58030"), // I/O error
                withH2Error(ErrorCode.DATABASE_IS_CLOSED),
                withH2Error(ErrorCode.CONNECTION_BROKEN_1),
                withH2Error(ErrorCode.IO_EXCEPTION_1),
                withH2Error(ErrorCode.LOCK_TIMEOUT_1));
    }

    static Stream<Exception> defects() {
        return Stream.of(
                new DataIntegrityViolationException("value too long"),
                new InvalidDataAccessResourceUsageException("no such table"),
                new OptimisticLockingFailureException("concurrent change"),
                new UnexpectedRollbackException("rolled back"),
                new PersistenceException(new SQLIntegrityConstraintViolationException("duplicate", "23505")),
                withSqlState("22001"), // value too long
                withSqlState("23505"), // unique constraint
                withSqlState("42P01"), // no such table
                withH2Error(ErrorCode.VALUE_TOO_LONG_2),
                withH2Error(ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1));
    }

    @ParameterizedTest
    @MethodSource("outages")
    void recognizesOutages(Exception exception) {
        assertThat(new DatabaseFailure(exception).isOutage()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("defects")
    void recognizesDefects(Exception exception) {
        assertThat(new DatabaseFailure(exception).isOutage()).isFalse();
    }

    @Test
    void findsTheDatabaseExceptionInTheCauses() {
        var cause = new DataIntegrityViolationException("value too long");
        assertThat(DatabaseFailure.find(new IllegalStateException(new RuntimeException(cause))))
                .contains(new DatabaseFailure(cause));
        assertThat(DatabaseFailure.find(new IllegalStateException(new RuntimeException())))
                .isEmpty();
    }

    private static Exception withSqlState(String state) {
        return new UncategorizedSQLException("task", null, new SQLException("reason", state));
    }

    private static Exception withH2Error(int code) {
        return new PersistenceException(DbException.get(code, "first", "second").getSQLException());
    }
}
