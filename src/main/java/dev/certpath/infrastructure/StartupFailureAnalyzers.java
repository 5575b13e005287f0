package dev.certpath.infrastructure;

import dev.certpath.accounts.WeakPasswordException;
import dev.certpath.guide.InvalidGuideException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Turns what can stop the start into a few clear lines. */
final class StartupFailureAnalyzers {

    private StartupFailureAnalyzers() {}

    /** The guide's files are wrong: every problem, one a line. */
    static final class WrongGuide extends AbstractFailureAnalyzer<InvalidGuideException> {
        @Override
        protected FailureAnalysis analyze(Throwable failure, InvalidGuideException faulty) {
            return new FailureAnalysis(
                    "The guide can't be used:" + System.lineSeparator() + faulty.getMessage(),
                    "Correct these lines; the guide is used whole or not at all.",
                    failure);
        }
    }

    /** The password configured for the first account is too weak. */
    static final class WeakFirstPassword extends AbstractFailureAnalyzer<WeakPasswordException> {
        @Override
        protected FailureAnalysis analyze(Throwable failure, WeakPasswordException unusable) {
            return new FailureAnalysis(
                    "CERTPATH_ADMIN_PASSWORD can't be the first account's password.", unusable.getMessage(), failure);
        }
    }

    /** Another process has the embedded database open. */
    static final class FolderInUse extends AbstractFailureAnalyzer<SQLException> {

        private static final int DATABASE_ALREADY_OPEN = 90020; // H2's code

        @Override
        protected @Nullable FailureAnalysis analyze(Throwable failure, SQLException sql) {
            if (sql.getErrorCode() != DATABASE_ALREADY_OPEN) {
                return null;
            }
            return new FailureAnalysis(
                    "The data folder is in use by another process.",
                    "Stop that process, or set CERTPATH_DATA to another folder.",
                    failure);
        }
    }
}
