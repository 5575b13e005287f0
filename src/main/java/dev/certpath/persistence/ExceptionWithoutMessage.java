package dev.certpath.persistence;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The type, stack trace and causes of an exception, for logs that must not have its message. */
final class ExceptionWithoutMessage extends Exception {

    private static final long serialVersionUID = 1;

    ExceptionWithoutMessage(Throwable original) {
        super(describe(original), withoutMessage(original.getCause()), false, true);
        setStackTrace(original.getStackTrace());
    }

    private static String describe(Throwable original) {
        var type = original.getClass().getName();
        return original instanceof SQLException failure
                ? "%s (SQL state %s, error code %s)".formatted(type, failure.getSQLState(), failure.getErrorCode())
                : type;
    }

    private static @Nullable ExceptionWithoutMessage withoutMessage(@Nullable Throwable cause) {
        return cause == null ? null : new ExceptionWithoutMessage(cause);
    }
}
