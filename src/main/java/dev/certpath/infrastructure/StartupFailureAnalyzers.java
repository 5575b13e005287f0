package dev.certpath.infrastructure;

import dev.certpath.accounts.WeakPasswordException;
import dev.certpath.guide.InvalidGuideException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Failure analyzers that replace the stack trace of a failed start by a short description and an action. */
final class StartupFailureAnalyzers {

    private StartupFailureAnalyzers() {}

    /** A guide file is invalid. The description lists every error on a line of its own. */
    static final class InvalidGuideAnalyzer extends AbstractFailureAnalyzer<InvalidGuideException> {
        @Override
        protected FailureAnalysis analyze(Throwable failure, InvalidGuideException cause) {
            return new FailureAnalysis(
                    "The guide is invalid:" + System.lineSeparator() + cause.getMessage(),
                    "Correct these lines. An invalid guide is not used in part.",
                    failure);
        }
    }

    /** {@code CERTPATH_ADMIN_PASSWORD} is too weak. */
    static final class WeakAdminPasswordAnalyzer extends AbstractFailureAnalyzer<WeakPasswordException> {
        @Override
        protected FailureAnalysis analyze(Throwable failure, WeakPasswordException cause) {
            return new FailureAnalysis(
                    "CERTPATH_ADMIN_PASSWORD can't be the first account's password.", cause.getMessage(), failure);
        }
    }

    /** Another process has the embedded database open. */
    static final class DataFolderInUseAnalyzer extends AbstractFailureAnalyzer<SQLException> {

        private static final int DATABASE_ALREADY_OPEN = 90020; // H2's error code

        @Override
        protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException cause) {
            if (cause.getErrorCode() != DATABASE_ALREADY_OPEN) {
                return null;
            }
            return new FailureAnalysis(
                    "The data folder is in use by another process.",
                    "Stop that process, or set CERTPATH_DATA to another folder.",
                    failure);
        }
    }
}
